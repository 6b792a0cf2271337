package fr.maillage.bench;

import fr.maillage.base.Today;
import fr.maillage.member.MemberSeeding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills a data folder with the benchmark set, and ends: {@code ./maillage bench data}. Each part is one transaction
 * that also notes itself; a run that was cut short draws the same again and writes what is missing.
 */
@Component
@ConditionalOnProperty(name = "maillage.bench", havingValue = "data")
@Order(2000)
class BenchData implements ApplicationRunner {

    static final String PASSWORD = "Maillage-banc-2026!";
    /** Where rows of lists wait until all are there. */
    static final String STAGE = "bench_listing";

    private static final int OPPORTUNITIES = 100_000;
    private static final int ACTIONS = 1_000_000;
    private static final int PRACTICES = 20_000;

    private final DataSource database;
    private final MemberSeeding seeding;
    private final Today clock;
    private final Sample sample;
    private final int divisor;
    private final ConfigurableApplicationContext context;

    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    BenchData(DataSource database, MemberSeeding seeding, Today clock, Sample sample,
            @Value("${maillage.bench.divisor:1}") int divisor, ConfigurableApplicationContext context) {
        this.database = database;
        this.seeding = seeding;
        this.clock = clock;
        this.sample = sample;
        this.divisor = divisor;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        boolean equal;
        try (Connection one = database.getConnection()) {
            connection = one;
            equal = fill();
        }
        System.exit(SpringApplication.exit(context, () -> equal ? 0 : 1));
    }

    private boolean fill() throws SQLException {
        long begun = System.nanoTime();
        execute("create table if not exists bench_state (part varchar(40) primary key, told varchar(200) not null)");
        connection.setAutoCommit(false);
        if (!told("lists").isEmpty()) {
            say("The benchmark set stands already, made as of %s. Choose another folder for a new one.",
                    told("today"));
            return true;
        }
        LocalDate today = LocalDate.parse(tell("today", clock.date().toString()));
        String hash = tell("password", seeding.hash(PASSWORD));
        if (Integer.parseInt(tell("divisor", String.valueOf(divisor))) != divisor) {
            say("This folder was begun at another size; choose another one.");
            return false;
        }
        execute("set unique_checks = 0, foreign_key_checks = 0");
        execute("create table if not exists " + STAGE + " engine=InnoDB as select * from listing limit 0");
        World world = new World(connection, today, hash);
        part("people and alliances", write -> {
            world.make(write);
            world.writeScopes(write);
        });
        Audiences audiences = new Audiences(world);
        part("practices", write -> make(new Practices(world, audiences, today, connection, write, this::say),
                PRACTICES));
        part("opportunities", write -> make(
                new Opportunities(world, audiences, today, connection, write, this::say), OPPORTUNITIES));
        part("plans and actions", write -> make(new Plans(world, audiences, today, connection, write, this::say),
                ACTIONS));
        part("comments", write -> {
            try (Talk talk = new Talk(connection, write, today)) {
                talk.make(100_000 / divisor);
            }
        });
        intoLists();
        execute("set unique_checks = 1, foreign_key_checks = 1");
        tell("lists", "in place");
        statistics();
        say("The benchmark set stands after %d s: %s. Everybody signs in with %s, for one: %s",
                seconds(begun), counts(), PASSWORD, World.timed(5, 0));
        return sample.compare(connection, this::say);
    }

    private interface Part {
        void make(boolean write) throws SQLException;
    }

    private void make(Items items, int count) throws SQLException {
        try (items) {
            items.make(count / divisor);
        }
    }

    private void part(String name, Part part) throws SQLException {
        boolean write = told(name).isEmpty();
        long begun = System.nanoTime();
        say(write ? "Writing %s…" : "%s: written before", name);
        part.make(write);
        if (write) {
            tell(name, "written");
            say("  %s after %d s", name, seconds(begun));
        }
    }

    /** The rows come into an empty table in one statement, for which MariaDB sorts; then the tables change places. */
    private void intoLists() throws SQLException {
        long begun = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show tables like '" + STAGE + "'")) {
            if (!row.next()) {
                return;
            }
        }
        say("Sorting the rows of lists…");
        execute("drop table if exists bench_new, bench_old");
        execute("create table bench_new like listing");
        execute("insert into bench_new select * from " + STAGE);
        execute("insert into bench_new select * from listing");
        connection.commit();
        execute("rename table listing to bench_old, bench_new to listing, " + STAGE + " to bench_staged");
        execute("drop table bench_old, bench_staged");
        say("  rows of lists after %d s", seconds(begun));
    }

    private void statistics() throws SQLException {
        say("Counting for the optimizer…");
        for (String table : new String[] {"listing", "opportunity", "opportunity_interest", "action", "action_person",
            "activity", "follow", "plan", "person", "membership", "item_comment", "scope"}) {
            execute("analyze table " + table);
        }
    }

    private String counts() throws SQLException {
        StringBuilder counts = new StringBuilder();
        for (String table : new String[] {"opportunity", "action", "plan", "practice", "person", "listing",
            "activity"}) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                counts.append(counts.isEmpty() ? "" : ", ").append("%,d of %s".formatted(row.getLong(1), table));
            }
        }
        return counts.toString();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String told(String part) throws SQLException {
        try (var statement = connection.prepareStatement("select told from bench_state where part = ?")) {
            statement.setString(1, part);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /** Notes this unless it is noted already, with what went before; answers what stands. */
    private String tell(String part, String words) throws SQLException {
        try (var statement = connection.prepareStatement("insert ignore into bench_state (part, told) values (?, ?)")) {
            statement.setString(1, part);
            statement.setString(2, words);
            statement.executeUpdate();
        }
        connection.commit();
        return told(part);
    }

    private void say(String words, Object... values) {
        say(words.formatted(values));
    }

    private void say(String words) {
        System.out.println(words);
    }

    private static long seconds(long begun) {
        return (System.nanoTime() - begun) / 1_000_000_000;
    }
}
