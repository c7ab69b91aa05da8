// Read by the compiler alone, as a project that uses the package reads it (`npm run check`): whatever is wrong here, or no
// longer wrong where it should be, fails.
import type { CallError, ErrorCode, LeftReason, Participant, Phase } from 'p2p-call';
import type { CustomElements, CustomElementsSolidJs } from 'p2p-call/jsx';

type Props = CustomElements['p2p-call'];
type SolidProps = CustomElementsSolidJs['p2p-call'];
/** What a handler finds in the `detail` of its event. */
type Detail<P, Name extends keyof P> =
  NonNullable<P[Name]> extends (event: infer E) => void ? (E extends CustomEvent<infer D> ? D : never) : never;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T | undefined => undefined;

// React 19 and Preact.
holds<Same<Detail<Props, 'onp2p-joined'>, { id: string }>>();
holds<Same<Detail<Props, 'onp2p-left'>, { reason: LeftReason }>>();
holds<Same<Detail<Props, 'onp2p-state-change'>, { state: Phase; previous: Phase }>>();
holds<Same<Detail<Props, 'onp2p-participant-joined'>, { participant: Participant }>>();
holds<Same<Detail<Props, 'onp2p-data'>, { from: string; value: unknown }>>();
holds<Same<Detail<Props, 'onp2p-error'>, { error: CallError }>>();
holds<Same<Detail<CustomElements['p2p-mic-button'], 'onp2p-mic-request'>, { on?: boolean }>>();

// Solid.
holds<Same<Detail<SolidProps, 'on:p2p-joined'>, { id: string }>>();
holds<Same<Detail<SolidProps, 'on:p2p-participant-joined'>, { participant: Participant }>>();
holds<Same<Detail<CustomElementsSolidJs['p2p-mic-button'], 'on:p2p-mic-request'>, { on?: boolean }>>();

// Every handler takes a custom event: none is left with what every event has.
type Handlers<P> = { [K in keyof P as K extends `on${':' | ''}p2p-${string}` ? K : never]-?: NonNullable<P[K]> };
type Plain<P> = { [K in keyof P]: P[K] extends (event: infer E) => void ? (Event extends E ? K : never) : K }[keyof P];
holds<Same<Plain<Handlers<Props>>, never>>();
holds<Same<Plain<Handlers<SolidProps>>, never>>();

/** Written as JSX would be, the handler needs no types of its own. */
export const props: Props = {
  room: 'standup',
  'onp2p-joined': ({ detail }) => detail.id.length,
  // @ts-expect-error -- there is no such detail
  'onp2p-left': ({ detail }) => detail.id,
};

// Names of features to come are reserved, so that a page can be written for them.
holds<Same<Extract<Phase, 'waiting'>, 'waiting'>>();
holds<Same<Extract<LeftReason, 'denied' | 'locked'>, 'denied' | 'locked'>>();
holds<Same<Extract<ErrorCode, 'room-locked'>, 'room-locked'>>();
holds<Same<CallError['code'], ErrorCode>>();
holds<Same<Participant['quality'], 'good' | 'fair' | 'poor' | 'lost' | undefined>>();

/** What `addEventListener` knows: events and requests, wherever one listens. */
document.addEventListener('p2p-joined', ({ detail }) => detail.id.length);
document.addEventListener('p2p-mic-request', ({ detail }) => detail.on?.valueOf());
