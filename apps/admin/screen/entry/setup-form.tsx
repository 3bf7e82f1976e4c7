import type { Entrance } from '@antrean/client';
import { sentenceFor, shortestPassword } from '@antrean/protocol';
import { EntryCard, EntryField, entryWordsIn, LanguageSwitch, type ScreenLanguage } from '@antrean/ui';

type SetupFormProps = {
  readonly entrance: Entrance;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
  readonly onMade: (login: string, password: string) => void;
  /** Back to signing in, where there is a manager already. */
  readonly onBack: (() => void) | null;
};

/** The first manager, made with the code of the server's console. */
export function SetupForm({ entrance, language, onLanguage, onMade, onBack }: SetupFormProps) {
  const words = entryWordsIn(language);
  const { setup } = words;
  const make = async (fields: FormData) => {
    const [code, name, login, password, again] = ['code', 'name', 'login', 'password', 'again'].map((field) =>
      String(fields.get(field)),
    );
    if (!code || !name || !login || !password) return null;
    if (password !== again) return words.secret.differ;
    const answer = await entrance.found({ code, name, login, password });
    if (!answer.ok) return sentenceFor(language, answer.error.code, answer.error.values);
    onMade(login, password);
    return null;
  };
  return (
    <EntryCard
      over="Antrean"
      title={setup.title}
      hint={setup.hint}
      submit={setup.submit}
      onSubmit={make}
      end={
        <>
          {onBack && (
            <button type="button" class="entry-link" onClick={onBack}>
              {setup.back}
            </button>
          )}
          <LanguageSwitch language={language} label={words.language} onChoose={onLanguage} />
        </>
      }
    >
      <EntryField label={setup.code} name="code" class="entry-code number" minLength={12} maxLength={20} />
      <EntryField label={setup.name} name="name" autocomplete="name" maxLength={60} />
      <EntryField
        label={setup.login}
        name="login"
        hint={setup.loginHint}
        autocomplete="username"
        minLength={2}
        maxLength={32}
        pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
      />
      <EntryField
        label={setup.password}
        name="password"
        hint={setup.passwordHint}
        isSecret
        autocomplete="new-password"
        minLength={shortestPassword}
        maxLength={200}
      />
      <EntryField
        label={setup.passwordAgain}
        name="again"
        isSecret
        autocomplete="new-password"
        minLength={shortestPassword}
        maxLength={200}
      />
    </EntryCard>
  );
}
