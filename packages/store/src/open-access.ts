import { accessLog, noteAccess } from './access-log.ts';
import type { AccessStore } from './access-store.ts';
import { doors } from './doors.ts';
import type { Engine } from './engine.ts';
import { enrol, foundManager, openSetup, setup } from './enrolment.ts';
import { changeSecret, deviceTokenHashes } from './people.ts';

/** The part of a store that knows who may come in. */
export function openAccess(engine: Engine): AccessStore {
  return {
    deviceTokenHashes: async () => engine.read(deviceTokenHashes),
    doors: async (at) => engine.read(() => doors(at)),
    log: async (limit) => engine.read(() => accessLog(limit)),
    note: async (entry) => engine.write(() => noteAccess(entry)),
    setup: async () => engine.read(setup),
    openSetup: async (codeHash, at) => engine.write(() => openSetup(codeHash, at)),
    foundManager: async (codeHash, manager, at) => engine.write(() => foundManager(codeHash, manager, at)),
    enrol: async (codeHash, tokenHash, at, role) => engine.write(() => enrol(codeHash, tokenHash, at, role)),
    changeSecret: async (officerId, kind, hash, at) => engine.write(() => changeSecret(officerId, kind, hash, at)),
  };
}
