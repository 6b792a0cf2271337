package fr.maillage.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the standard output, in one line that scripts may wait for, that the application serves, where, and after how long. */
@Component
class Announcement {

    private final Environment environment;

    Announcement(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void announce(ApplicationReadyEvent ready) throws IOException {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        if (environment.getProperty("maillage.demo", Boolean.class, false)) {
            introduce(DemoAccounts.read(Path.of(environment.getProperty("maillage.seeds", "seeds"))));
        }
        System.out.printf(Locale.ROOT, "ready http://127.0.0.1:%s  (%.1f s)%n", port, secondsSinceLaunch());
    }

    /** One sign-in of each profile; the command prints them all. */
    private static void introduce(List<DemoAccounts.Account> accounts) {
        var shown = new LinkedHashMap<String, DemoAccounts.Account>();
        accounts.forEach(account -> shown.putIfAbsent(String.valueOf(account.profile()), account));
        System.out.println("Demonstration sign-ins (all with the password " + DemoAccounts.PASSWORD + "):");
        shown.forEach((profile, account) -> System.out.printf("  %-14s %-32s %s%n", profile, account.email(), account.name()));
        System.out.println("  and " + (accounts.size() - shown.size()) + " more: ./maillage demo-accounts");
    }

    /** Since the command was typed when the launcher says when that was, else since this process began. */
    private double secondsSinceLaunch() {
        var now = System.currentTimeMillis() / 1000.0;
        return now - environment.getProperty("maillage.launched", Double.class,
                ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0);
    }
}
