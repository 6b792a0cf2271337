package fr.maillage.member;

import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Spaces;
import fr.maillage.base.Messages;
import fr.maillage.base.Today;
import fr.maillage.base.Translator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Invites, and carries the link to the person: by mail, and in the hands of whoever invites. */
@Service
public class InvitationMails {

    /**
     * An invitation that is made.
     *
     * @param link for whoever invites, to be copied: told once, and needed when the mail was not sent
     */
    public record Sent(MembershipId membership, String link, Mails.Delivery delivery, String email) {}

    private final Invitations invitations;
    private final Mails mails;
    private final Links links;
    private final Spaces spaces;
    private final People people;
    private final CurrentViewer viewer;
    private final Messages messages;

    InvitationMails(Invitations invitations, Mails mails, Links links, Spaces spaces, People people,
            CurrentViewer viewer, Messages messages) {
        this.invitations = invitations;
        this.mails = mails;
        this.links = links;
        this.spaces = spaces;
        this.people = people;
        this.viewer = viewer;
        this.messages = messages;
    }

    /**
     * Invites somebody and sends them the link. The invitation is kept before the mail leaves: whatever becomes of the
     * mail, the link works.
     */
    public Sent invite(Invitations.Invite invite) {
        return send(invitations.invite(invite));
    }

    /** Sends a new link; the one before opens nothing any more. */
    public Sent resend(MembershipId membership) {
        return send(invitations.renew(membership));
    }

    private Sent send(Invitations.Made made) {
        String path = "invitation/" + made.secret();
        Locale locale = Locale.of(made.locale());
        Translator words = messages.in(locale);
        String space = spaces.find(made.space()).map(Spaces.Space::name).orElse("");
        Map<fr.maillage.base.PersonId, People.Card> cards = people.cards(java.util.Set.of(viewer.person()));
        String inviter = cards.values().stream().map(People.Card::name).findFirst().orElse("");
        String link = links.known(path);
        String until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)
                .format(LocalDate.ofInstant(made.expiresAt(), Today.ZONE));
        Mails.Mail mail = new Letter()
                .say(words.translate("member.mail.invitation.hello", made.name()))
                .say(words.translate("member.mail.invitation.body", inviter, space))
                .say(words.translate(made.hasAccount() ? "member.mail.invitation.known"
                        : "member.mail.invitation.new", until))
                .button(words.translate("member.mail.invitation.button"), link)
                .to(made.email(), words.translate("member.mail.invitation.subject", inviter, space), words);
        return new Sent(made.membership(), link, mails.send(mail), made.email());
    }
}
