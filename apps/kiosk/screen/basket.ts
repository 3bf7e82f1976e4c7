import { isFixed, type Path, type Step } from './steps.ts';

/** The most services that one number may carry, as the server takes them. */
export const fullBasket = 8;

/** Puts the service in view with those gathered, then looks for another (`addMore`) or goes on to the visit (`added`). */
export function gather(path: Path, kind: 'added' | 'addMore'): Path {
  const { step, basket } = path;
  if (isFixed(step) || (step.at !== 'service' && step.at !== 'visit')) return path;
  const isNew = step.at === 'service' && !basket.includes(step.serviceId) && basket.length < fullBasket;
  const gathered = isNew ? [...basket, step.serviceId] : basket;
  if (kind === 'addMore')
    return gathered.length < fullBasket ? { ...path, basket: gathered, step: { at: 'start' } } : path;
  return { ...path, basket: gathered, step: { at: 'visit', from: { at: 'start' }, press: { state: 'open' } } };
}

/** Takes a service out again; an empty visit begins anew. */
export function remove(path: Path, serviceId: string): Path {
  if (isFixed(path.step) || !path.basket.includes(serviceId)) return path;
  const basket = path.basket.filter((id) => id !== serviceId);
  return { ...path, basket, step: stepWithout(path.step, basket) };
}

function stepWithout(step: Step, basket: readonly string[]): Step {
  if (step.at !== 'visit') return step;
  // What was refused before may be given now that it asks for less.
  return basket.length === 0 ? { at: 'start' } : { ...step, press: { state: 'open' } };
}
