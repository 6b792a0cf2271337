package fr.maillage.shell.demo;

import static fr.maillage.shell.demo.DemoFile.text;

import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Ids;
import fr.maillage.base.Siren;
import fr.maillage.base.Today;
import fr.maillage.local.DemoAccounts;
import fr.maillage.member.MemberSeeding;
import fr.maillage.member.MemberSeeding.NewMembership;
import fr.maillage.member.MemberSeeding.NewOrganization;
import fr.maillage.member.MemberSeeding.NewPerson;
import fr.maillage.member.MembershipId;
import fr.maillage.member.OrganizationKind;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Organizations, people and where they belong. */
@Component
class DemoPeople {

    private final MemberSeeding seeding;
    private final Today today;
    private final TransactionTemplate transaction;

    DemoPeople(MemberSeeding seeding, Today today, TransactionTemplate transaction) {
        this.seeding = seeding;
        this.today = today;
        this.transaction = transaction;
    }

    void load(Path folder) {
        List<JsonNode> people = DemoFile.read(folder, "people.json");
        // One digest for all: the password is the same, and hashing is slow on purpose.
        String hash = seeding.hash(DemoAccounts.PASSWORD);
        transaction.executeWithoutResult(status -> {
            DemoFile.read(folder, "organizations.json").forEach(this::organization);
            people.forEach(person -> person(person, hash));
        });
    }

    private void organization(JsonNode node) {
        String siren = text(node, "siren");
        String naf = text(node, "naf");
        seeding.organization(new NewOrganization(DemoNames.organization(text(node, "key")),
                OrganizationKind.valueOf(text(node, "kind")), text(node, "name"),
                siren.isEmpty() ? null : new Siren(siren), naf.isEmpty() ? null : naf,
                DemoNames.space(text(node, "space")), text(node, "summary"), text(node, "looksFor"),
                text(node, "offers")));
    }

    private void person(JsonNode node, String hash) {
        String key = text(node, "key");
        seeding.person(new NewPerson(DemoNames.person(key), text(node, "email"), text(node, "name"),
                text(node, "function"), text(node, "locale"), node.path("administrator").asBoolean(false), null), hash);
        for (JsonNode membership : node.path("memberships").valueStream().toList()) {
            String space = text(membership, "space");
            seeding.membership(new NewMembership(
                    new MembershipId(Ids.named("demo:membership:" + key + ':' + space)), DemoNames.person(key),
                    DemoNames.space(space), DemoNames.organization(text(membership, "organization")),
                    Profile.valueOf(text(membership, "profile")), Role.valueOf(text(membership, "role")),
                    today.date().minusYears(2), DemoFile.date(membership, "until")));
        }
    }
}
