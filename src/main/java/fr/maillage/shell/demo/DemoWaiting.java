package fr.maillage.shell.demo;

import static fr.maillage.shell.demo.DemoFile.text;

import fr.maillage.access.Profile;
import fr.maillage.alliance.AllianceService;
import fr.maillage.alliance.Side;
import fr.maillage.member.MembershipService;
import fr.maillage.member.MembershipService.JoinRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What waits for somebody's answer: requests to join a space, territories that ask to join an alliance. */
@Component
class DemoWaiting {

    private static final Duration AGO = Duration.ofHours(45);

    private final DemoActs acts;
    private final MembershipService memberships;
    private final AllianceService alliances;

    DemoWaiting(DemoActs acts, MembershipService memberships, AllianceService alliances) {
        this.acts = acts;
        this.memberships = memberships;
        this.alliances = alliances;
    }

    void load(Path folder) {
        DemoFile.read(folder, "join-requests.json").forEach(this::request);
        DemoFile.read(folder, "proposals.json").forEach(this::proposal);
    }

    private void request(JsonNode node) {
        String person = text(node, "person");
        acts.once("request:" + person + ':' + text(node, "space"), DemoNames.person(person), AGO,
                () -> memberships.requestToJoin(new JoinRequest(DemoNames.space(text(node, "space")),
                        Profile.valueOf(text(node, "profile")), DemoNames.organization(text(node, "organization")), null,
                        text(node, "message"))).value());
    }

    private void proposal(JsonNode node) {
        String member = text(node, "member");
        String alliance = text(node, "alliance");
        acts.once("proposal:" + member + ':' + alliance, DemoNames.person(text(node, "person")), AGO,
                () -> alliances.propose(DemoNames.space(alliance), DemoNames.space(member),
                        Side.valueOf(text(node, "side"))));
    }
}
