package fr.maillage.shell.demo;

import static fr.maillage.shell.demo.DemoFile.text;

import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.discussion.CommentId;
import fr.maillage.discussion.DiscussionService;
import fr.maillage.opportunity.InterestService;
import fr.maillage.opportunity.InterestState;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.plan.ActionService;
import fr.maillage.practice.PracticeService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Who is interested in what, and what is said about it. */
@Component
class DemoTalk {

    private static final Pattern MENTION = Pattern.compile("@\\[([a-z-]+)]");

    private final DemoActs acts;
    private final DiscussionService discussions;
    private final InterestService interests;

    DemoTalk(DemoActs acts, DiscussionService discussions, InterestService interests) {
        this.acts = acts;
        this.discussions = discussions;
        this.interests = interests;
    }

    void load(Path folder) {
        Map<String, String> owners = DemoFile.read(folder, "opportunities.json").stream()
                .collect(Collectors.toMap(node -> text(node, "key"), node -> text(node, "author")));
        DemoFile.read(folder, "interests.json").forEach(node -> interest(node, owners));
        List<JsonNode> threads = DemoFile.read(folder, "comments.json");
        for (int i = 0; i < threads.size(); i++) {
            thread("comment:" + i, threads.get(i));
        }
    }

    private void interest(JsonNode node, Map<String, String> owners) {
        String opportunity = text(node, "opportunity");
        String person = text(node, "person");
        String name = "interest:" + opportunity + ':' + person;
        acts.made("opportunity:" + opportunity).ifPresent(id -> acts.once(name, DemoNames.person(person),
                Duration.ofHours(30), () -> interests.express(new OpportunityId(id), text(node, "message"))));
        InterestState state = InterestState.valueOf(text(node, "state"));
        if (state.isAnswer()) {
            acts.made(name).ifPresent(id -> acts.once("answer:" + name, DemoNames.person(owners.get(opportunity)),
                    Duration.ofHours(8), () -> {
                        interests.answer(id, state, "");
                        return id;
                    }));
        }
    }

    private void thread(String name, JsonNode node) {
        String kind = text(node.path("on"), "kind");
        acts.made(kind + ':' + text(node.path("on"), "key")).ifPresent(item -> {
            acts.once(name, DemoNames.person(text(node, "author")), ago(node, 20),
                    () -> discussions.open(new ItemRef(kind(kind), item), words(node)).value());
            List<JsonNode> replies = node.path("replies").valueStream().toList();
            for (int i = 0; i < replies.size(); i++) {
                JsonNode reply = replies.get(i);
                int minutes = 15 - i;
                String replyName = name + ':' + i;
                acts.made(name).ifPresent(thread -> acts.once(replyName, DemoNames.person(text(reply, "author")),
                        ago(reply, minutes), () -> discussions.answer(new CommentId(thread), words(reply)).value()));
            }
        });
    }

    /** A number of days, and some minutes so that a thread keeps its order. */
    private static Duration ago(JsonNode node, int minutes) {
        return Duration.ofDays(node.path("daysAgo").asInt()).plusMinutes(minutes);
    }

    private static String words(JsonNode node) {
        return MENTION.matcher(text(node, "text"))
                .replaceAll(found -> "@[" + DemoNames.person(found.group(1)).value() + "]");
    }

    private static ItemKind kind(String name) {
        return switch (name) {
            case "practice" -> PracticeService.KIND;
            case "opportunity" -> OpportunityId.KIND;
            case "action" -> ActionService.KIND;
            default -> throw new IllegalArgumentException("Nothing to say about " + name);
        };
    }
}
