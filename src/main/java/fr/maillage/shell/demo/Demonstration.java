package fr.maillage.shell.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the demonstration set in place when it is asked for. People and organizations first, then what they write, each
 * in their own name: what a person of the set may not do, the set does not do either.
 */
@Component
@Order(1000)
@ConditionalOnProperty("maillage.demo")
class Demonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Path folder;
    private final DemoActs acts;
    private final DemoPeople people;
    private final DemoContent content;
    private final DemoPlans plans;
    private final DemoTalk talk;
    private final DemoWaiting waiting;

    Demonstration(@Value("${maillage.seeds}") Path seeds, DemoActs acts, DemoPeople people, DemoContent content,
            DemoPlans plans, DemoTalk talk, DemoWaiting waiting) {
        this.folder = seeds.resolve("demo");
        this.acts = acts;
        this.people = people;
        this.content = content;
        this.plans = plans;
        this.talk = talk;
        this.waiting = waiting;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!Files.isDirectory(folder)) {
            LOG.warn("There is no demonstration set in {}.", folder.toAbsolutePath());
            return;
        }
        String checksum = DemoFile.checksum(folder);
        if (acts.complete(checksum)) {
            return;
        }
        long begun = System.nanoTime();
        people.load(folder);
        content.load(folder);
        plans.load(folder);
        talk.load(folder);
        waiting.load(folder);
        acts.completed(checksum);
        LOG.info("Demonstration set in place after {} ms", (System.nanoTime() - begun) / 1_000_000);
    }
}
