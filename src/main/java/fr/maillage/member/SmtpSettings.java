package fr.maillage.member;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server, from {@code MAILLAGE_SMTP_HOST}, {@code _PORT}, {@code _USER}, {@code _PASSWORD}, {@code _FROM} and
 * {@code _TLS}. Without a host, mails are written as files.
 *
 * @param tls {@code starttls} (required), {@code tls} (from the first byte) or {@code none}, for a relay on the
 *            same machine only
 */
@ConfigurationProperties("maillage.smtp")
record SmtpSettings(@DefaultValue("") String host, @DefaultValue("587") int port, @DefaultValue("") String user,
        @DefaultValue("") String password, @DefaultValue("Maillage <maillage@localhost>") String from,
        @DefaultValue("starttls") String tls) {

    boolean present() {
        return !host.isBlank();
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
