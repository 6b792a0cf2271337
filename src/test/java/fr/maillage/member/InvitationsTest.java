package fr.maillage.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.access.Viewer;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.member.InvitationMails.Sent;
import fr.maillage.member.InvitationUnusable.Reason;
import fr.maillage.member.Invitations.Invite;
import fr.maillage.member.Organizations.Addition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class InvitationsTest {

    @Autowired
    TestWorld world;
    @Autowired
    InvitationMails mails;
    @Autowired
    Invitations invitations;
    @Autowired
    MembershipService memberships;
    @Autowired
    AccessScopes scopes;
    @Autowired
    Today today;
    @Autowired
    JdbcClient jdbc;
    @Value("${maillage.data}")
    Path data;

    SpaceId space;
    PersonId maud;

    @BeforeEach
    void aTerritoryThatMaudCoordinates() {
        space = world.territory();
        maud = world.person("Maud Lanoë");
        world.member(maud, space, Profile.ELECTED, Role.COORDINATOR);
        world.as(maud);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private Invite invite(String email, Profile profile, Role role) {
        return new Invite(space, email, "Rozenn Talmont", null,
                new Addition(OrganizationKind.ASSOCIATION, "Le Tiers-lieu", ""), profile, role, null);
    }

    private static String newEmail() {
        return "invite." + Ids.next() + "@exemple.fr";
    }

    private static String secret(Sent sent) {
        return sent.link().substring(sent.link().lastIndexOf('/') + 1);
    }

    @Test
    void withoutAMailServerTheInvitationIsAFileAndItsLinkIsShown() throws IOException {
        String email = newEmail();

        Sent sent = mails.invite(invite(email, Profile.STAFF, Role.EDITOR));

        assertThat(sent.delivery()).isEqualTo(Mails.Delivery.WRITTEN);
        assertThat(sent.link()).contains("/invitation/");
        assertThat(mailTo(email)).contains("Maud Lan").contains("Subject:").contains("text/html");
    }

    private String mailTo(String email) throws IOException {
        try (var files = Files.list(data.resolve("mails"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                String mail = Files.readString(file);
                if (mail.contains("To: " + email)) {
                    return mail;
                }
            }
        }
        return "";
    }

    @Test
    void acceptingOpensAnAccountWithThatRoleAndTheLinkWorksOnce() {
        String email = newEmail();
        String secret = secret(mails.invite(invite(email, Profile.STAFF, Role.EDITOR)));
        SecurityContextHolder.clearContext();

        assertThat(invitations.open(secret)).satisfies(opened -> {
            assertThat(opened.email()).isEqualTo(email);
            assertThat(opened.invitedBy()).isEqualTo("Maud Lanoë");
            assertThat(opened.hasAccount()).isFalse();
        });
        PersonId person = invitations.accept(secret, "Rozenn Talmont", "", TestWorld.PASSWORD, Locale.UK);

        assertThat(jdbc.sql("select locale from person where id = :id").param("id", person.value())
                .query(String.class).single()).as("the language the invitation was read in").isEqualTo("en");
        assertThat(scopes.of(new Viewer.SignedIn(person, false)).roleIn(space)).contains(Role.EDITOR);
        assertThatExceptionOfType(InvitationUnusable.class)
                .isThrownBy(() -> invitations.accept(secret, "Quelqu’un", "", TestWorld.PASSWORD, Locale.FRENCH))
                .satisfies(unusable -> assertThat(unusable.reason()).isEqualTo(Reason.USED));
    }

    @Test
    void twoWhoAcceptTheSameLinkAtOnceOneWins() {
        String secret = secret(mails.invite(invite(newEmail(), Profile.STAFF, Role.EDITOR)));
        AtomicInteger wins = new AtomicInteger();
        AtomicInteger losses = new AtomicInteger();

        CompletableFuture.allOf(List.of("Une", "Deux", "Trois").stream()
                .map(name -> CompletableFuture.runAsync(() -> {
                    try {
                        invitations.accept(secret, name, "", TestWorld.PASSWORD, Locale.FRENCH);
                        wins.incrementAndGet();
                    } catch (InvitationUnusable tooLate) {
                        losses.incrementAndGet();
                    }
                })).toArray(CompletableFuture[]::new)).join();

        assertThat(wins).hasValue(1);
        assertThat(losses).hasValue(2);
    }

    @Test
    void aLinkThatExpiredWasTakenBackReplacedOrNeverWasSaysSo() {
        Sent sent = mails.invite(invite(newEmail(), Profile.STAFF, Role.EDITOR));
        String first = secret(sent);
        String second = secret(mails.resend(sent.membership()));
        assertThat(reasonAgainst(first)).isEqualTo(Reason.REVOKED);

        jdbc.sql("update invitation set expires_at = '2020-01-01' where token_hash = :hash")
                .param("hash", Secrets.digest(second)).update();
        assertThat(reasonAgainst(second)).isEqualTo(Reason.EXPIRED);

        String third = secret(mails.resend(sent.membership()));
        invitations.revoke(sent.membership());
        assertThat(reasonAgainst(third)).isEqualTo(Reason.REVOKED);
        assertThat(reasonAgainst("rien")).isEqualTo(Reason.UNKNOWN);
    }

    private Reason reasonAgainst(String secret) {
        try {
            invitations.open(secret);
            return null;
        } catch (InvitationUnusable unusable) {
            return unusable.reason();
        }
    }

    @Test
    void aWeakPasswordLeavesTheInvitationOpen() {
        String secret = secret(mails.invite(invite(newEmail(), Profile.STAFF, Role.EDITOR)));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> invitations.accept(secret, "Rozenn", "", "azerty", Locale.FRENCH));

        assertThat(reasonAgainst(secret)).isNull();
    }

    @Test
    void whoHasAnAccountAcceptsSignedInAndNobodyElseCan() {
        PersonId karim = world.personWithPassword("Karim Vasseur");
        String secret = secret(mails.invite(invite(world.email(karim), Profile.STAFF, Role.EDITOR)));
        PersonId other = world.person("Une autre");

        assertThat(invitations.open(secret).hasAccount()).isTrue();
        assertThatExceptionOfType(InvitationUnusable.class)
                .isThrownBy(() -> invitations.accept(secret, "Voleur", "", TestWorld.PASSWORD, Locale.FRENCH));
        assertThatExceptionOfType(InvitationUnusable.class)
                .isThrownBy(() -> world.as(other, () -> invitations.acceptAsMyself(secret)));

        world.as(karim, () -> invitations.acceptAsMyself(secret));
        assertThat(scopes.of(new Viewer.SignedIn(karim, false)).roleIn(space)).contains(Role.EDITOR);
    }

    @Test
    void onlyCoordinatorsInviteAndABusinessIsNotInvitedToCoordinate() {
        PersonId karim = world.person("Karim Vasseur");
        world.member(karim, space, Profile.STAFF, Role.EDITOR);

        assertThatExceptionOfType(Refused.class).isThrownBy(
                () -> world.as(karim, () -> mails.invite(invite(newEmail(), Profile.STAFF, Role.READER))));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> mails.invite(invite(newEmail(), Profile.BUSINESS, Role.COORDINATOR)));
    }

    @Test
    void anAdministratorBringsInTheFirstCoordinatorOnly() {
        PersonId ada = world.administrator("Ada");
        SpaceId empty = world.territory();
        Invite first = new Invite(empty, newEmail(), "Première", null,
                new Addition(OrganizationKind.EPCI, "Communauté", ""), Profile.STAFF, Role.COORDINATOR, null);

        assertThat(world.as(ada, () -> mails.invite(first)).link()).isNotEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> world.as(ada,
                () -> mails.invite(invite(newEmail(), Profile.STAFF, Role.COORDINATOR))));
    }

    @Test
    void theSameInvitationTwiceIsRefused() {
        String email = newEmail();
        Sent sent = mails.invite(invite(email, Profile.STAFF, Role.EDITOR));
        var organization = jdbc.sql("select organization from membership where id = :id")
                .param("id", sent.membership().value()).query((row, n) -> row.getObject(1, java.util.UUID.class))
                .single();

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> mails.invite(new Invite(space, email, "",
                new fr.maillage.base.OrganizationId(organization), null, Profile.STAFF, Role.READER, null)));
    }

    @Test
    void anAdministratorBringsInTheFirstCoordinatorOfASpaceAndMaySendTheLinkAgain() {
        SpaceId empty = world.territory();
        PersonId administrator = world.administrator("Anne Guérin");
        Invite lead = new Invite(empty, newEmail(), "Rozenn Talmont", null,
                new Addition(OrganizationKind.EPCI, "La communauté", ""), Profile.STAFF, Role.COORDINATOR, null);
        assertThat(invitations.mayAppointFirst(empty)).as("Maud administers nothing").isFalse();
        world.as(administrator);
        assertThat(invitations.mayAppointFirst(empty)).isTrue();
        assertThat(invitations.mayAppointFirst(space)).as("Maud coordinates").isFalse();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mails.invite(invite(newEmail(), Profile.STAFF, Role.COORDINATOR)));

        String lost = secret(mails.invite(lead));
        String again = secret(mails.invite(lead));

        assertThatExceptionOfType(InvitationUnusable.class).isThrownBy(() -> invitations.open(lost))
                .satisfies(unusable -> assertThat(unusable.reason()).isEqualTo(Reason.REVOKED));
        world.asAnonymous();
        invitations.accept(again, "Rozenn Talmont", "", TestWorld.PASSWORD, Locale.FRENCH);
        world.as(administrator);
        assertThat(invitations.mayAppointFirst(empty)).as("somebody coordinates now").isFalse();
    }
}
