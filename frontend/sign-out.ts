/** Whoever signs out in one window does so in all of this browser: what they did not save stays in none of them. */
const SIGNED_OUT = 'maillage-sign-out';

new BroadcastChannel(SIGNED_OUT).onmessage = () => window.dispatchEvent(new Event(SIGNED_OUT));

export {};
