package fr.maillage.territory;

import fr.maillage.base.InvalidInput;
import fr.maillage.base.Messages;
import fr.maillage.territory.OutlineImport.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Imports outlines from the command line and ends: {@code --maillage.import.outlines=FILE}, which
 * {@code ./maillage import outlines FILE} gives. Comes after the reference data and before all else.
 */
@Component
@ConditionalOnProperty("maillage.import.outlines")
@Order(-1000)
class OutlineCommand implements ApplicationRunner {

    private final OutlineImport outlines;
    private final Path file;
    private final ConfigurableApplicationContext context;
    private final Messages messages;

    OutlineCommand(OutlineImport outlines, @Value("${maillage.import.outlines}") Path file,
            ConfigurableApplicationContext context, Messages messages) {
        this.outlines = outlines;
        this.messages = messages;
        this.file = file;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean done = importFile();
        System.exit(SpringApplication.exit(context, () -> done ? 0 : 1));
    }

    private boolean importFile() {
        try (InputStream in = Files.newInputStream(file)) {
            Reading reading = outlines.importFile(in);
            System.out.println(say("territory.outline.done", reading.matched(), reading.unknown().size()));
            return true;
        } catch (InvalidInput refused) {
            System.err.println(say(refused.messageKey(), refused.arguments()));
        } catch (IOException unreadable) {
            System.err.println(say("territory.outline.unreadable", file));
        }
        return false;
    }

    private String say(String key, Object... arguments) {
        return messages.getTranslation(key, Locale.ENGLISH, arguments);
    }
}
