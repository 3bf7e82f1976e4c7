import type { Refusal } from '@antrean/domain';
import { type ErrorCode, languageOf, type Problem, sentenceFor, statusOf } from '@antrean/protocol';
import { StoreUnavailable } from '@antrean/store';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Why a request came to nothing, as plain data; `sendProblem` is the one place that puts it on the wire. */
export type Trouble = {
  readonly code: ErrorCode;
  readonly field?: string;
  readonly detail?: Refusal['detail'];
};

/** Sends a trouble as problem JSON (RFC 9457), with its sentence in the language that the client asked for. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, trouble: Trouble): FastifyReply {
  const status = statusOf[trouble.code];
  const problem: Problem = {
    type: `urn:antrean:problem:${trouble.code}`,
    title: trouble.code,
    status,
    code: trouble.code,
    detail: sentenceFor(languageOf(request.headers['accept-language']), trouble.code),
    ...(trouble.field === undefined ? {} : { field: trouble.field }),
    ...(trouble.detail === undefined ? {} : { values: trouble.detail }),
  };
  return reply.code(status).type('application/problem+json').send(problem);
}

type Thrown = {
  readonly statusCode?: number;
  readonly validation?: readonly {
    readonly instancePath: string;
    readonly params: Readonly<Record<string, unknown>>;
  }[];
  readonly validationContext?: string;
};

/** The one error handler: bad input becomes a coded answer, everything else is ours and is logged whole. */
export function answerThrown(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { statusCode, validation, validationContext } = error as Thrown;
  if (validation) {
    const first = validation[0];
    const named = first?.params.missingProperty ?? first?.params.additionalProperty;
    const place = [...(first?.instancePath.split('/').slice(1) ?? []), ...(named === undefined ? [] : [String(named)])];
    return sendProblem(request, reply, {
      code: 'request.invalid',
      field: place.length > 0 ? place.join('.') : (validationContext ?? 'body'),
    });
  }
  if (statusCode === 413) return sendProblem(request, reply, { code: 'request.tooLarge' });
  if (statusCode === 404) return sendProblem(request, reply, { code: 'request.unknown' });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return sendProblem(request, reply, { code: 'request.invalid', field: 'body' });
  request.log.error({ event: 'request.failed', err: error });
  if (error instanceof StoreUnavailable) return sendProblem(request, reply, { code: 'store.unavailable' });
  return sendProblem(request, reply, { code: 'server.failed' });
}
