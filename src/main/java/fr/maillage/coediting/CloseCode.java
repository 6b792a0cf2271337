package fr.maillage.coediting;

/** Why a connection is closed. Codes of 4400 and above tell the browser not to come back by itself. */
enum CloseCode {
    RESTART(1012), FAULT(1011), TOO_SLOW(1013), NO_SESSION(4401), NO_RIGHT(4403), OLD_FORMAT(4409), MALFORMED(4413),
    TOO_MANY(4429);

    final int number;

    CloseCode(int number) {
        this.number = number;
    }
}
