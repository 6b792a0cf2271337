package fr.maillage.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import fr.maillage.base.Messages;
import fr.maillage.member.Mails.Delivery;
import fr.maillage.member.Mails.Mail;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailsTest {

    static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @TempDir
    Path data;

    private static Mail mail() {
        return new Letter().say("Bonjour <Rozenn> & Cie,").button("Répondre", "http://localhost:8080/invitation/abc")
                .to("rozenn@exemple.fr", "Maud vous invite\r\nBcc: tous@exemple.fr",
                        new Messages().in(Locale.FRENCH));
    }

    @Test
    void aMailServerReceivesBothForms() throws Exception {
        Mails mails = new Mails(new SmtpSettings("127.0.0.1", SERVER.getSmtp().getPort(), "", "",
                "Maillage <maillage@exemple.fr>", "none"), data);

        assertThat(mails.send(mail())).isEqualTo(Delivery.SENT);

        MimeMessage received = SERVER.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Maud vous invite Bcc: tous@exemple.fr");
        assertThat(received.getAllRecipients()).hasSize(1);
        String body = GreenMailUtil.getWholeMessage(received);
        assertThat(body).contains("text/plain", "text/html", "http://localhost:8080/invitation/abc")
                .doesNotContain("<Rozenn> & Cie</p>");
    }

    @Test
    void aServerThatIsDownIsAnsweredNotThrown() {
        Mails mails = new Mails(new SmtpSettings("127.0.0.1", 1, "", "", "maillage@exemple.fr", "none"), data);

        assertThat(mails.send(mail())).isEqualTo(Delivery.FAILED);
    }

    @Test
    void withoutAServerAMailIsAFile() throws Exception {
        Mails mails = new Mails(new SmtpSettings("", 587, "", "", "Maillage <maillage@localhost>", "starttls"), data);

        assertThat(mails.send(mail())).isEqualTo(Delivery.WRITTEN);

        try (var files = Files.list(data.resolve("mails"))) {
            assertThat(files.toList()).singleElement().satisfies(file -> assertThat(Files.readString(file))
                    .contains("To: rozenn@exemple.fr", "multipart/alternative"));
        }
    }
}
