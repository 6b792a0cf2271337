package fr.maillage.member;

import fr.maillage.base.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends mails, or writes them as {@code .eml} files under {@code mails} in the data folder when no server is set. A
 * fault is answered, never thrown: what a mail announces has happened already.
 */
@Component
@EnableConfigurationProperties(SmtpSettings.class)
public class Mails {

    /** What became of a mail. */
    public enum Delivery { SENT, WRITTEN, FAILED }

    /** A mail in both forms; the HTML has been escaped by whoever made it. */
    public record Mail(String to, String subject, String text, String html) {}

    private static final Logger LOG = LoggerFactory.getLogger(Mails.class);
    private static final int TIMEOUT_MILLIS = 10_000;

    private final SmtpSettings settings;
    private final Path folder;

    Mails(SmtpSettings settings, @Value("${maillage.data:data}") Path data) {
        this.settings = settings;
        this.folder = data.resolve("mails");
    }

    public Delivery send(Mail mail) {
        try {
            if (settings.present()) {
                JavaMailSenderImpl sender = sender();
                sender.send(message(sender.createMimeMessage(), mail));
                return Delivery.SENT;
            }
            write(message(new MimeMessage(Session.getInstance(new Properties())), mail));
            return Delivery.WRITTEN;
        } catch (MailException | MessagingException | IOException fault) {
            LOG.warn("A mail could not be delivered by {}: {}", settings, fault.getMessage());
            return Delivery.FAILED;
        }
    }

    private MimeMessage message(MimeMessage message, Mail mail) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(settings.from()));
        helper.setTo(mail.to());
        helper.setSubject(mail.subject().replaceAll("[\\r\\n]+", " "));
        helper.setText(mail.text(), mail.html());
        helper.setSentDate(Date.from(Instant.now()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private void write(MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(folder);
        // Written beside and moved, so that nobody reads half a mail.
        Path file = folder.resolve(Ids.next() + ".eml");
        Path draft = folder.resolve(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, file);
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        Properties properties = sender.getJavaMailProperties();
        if (!settings.user().isBlank()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.tls().equals("starttls")));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.tls().equals("starttls")));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.tls().equals("tls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + step, String.valueOf(TIMEOUT_MILLIS));
        }
        return sender;
    }
}
