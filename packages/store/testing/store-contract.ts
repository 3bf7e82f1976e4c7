import { accessContract } from './access-contract.ts';
import { commandsContract } from './commands-contract.ts';
import { deskContract } from './desk-contract.ts';
import { doorsContract } from './doors-contract.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import { kioskDayContract } from './kiosk-day-contract.ts';
import { leasesContract } from './leases-contract.ts';
import { logContract } from './log-contract.ts';
import { ordersContract } from './orders-contract.ts';
import { refusalsContract } from './refusals-contract.ts';
import { reportsContract } from './reports-contract.ts';
import { speakContract } from './speak-contract.ts';
import { syncContract } from './sync-contract.ts';

/** What every store keeps, whatever engine is behind it. */
export function storeContract(engine: EngineUnderTest): void {
  ordersContract(engine);
  refusalsContract(engine);
  commandsContract(engine);
  accessContract(engine);
  logContract(engine);
  leasesContract(engine);
  syncContract(engine);
  kioskDayContract(engine);
  deskContract(engine);
  speakContract(engine);
  doorsContract(engine);
  reportsContract(engine);
}
