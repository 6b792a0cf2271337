package fr.maillage.bench;

import fr.maillage.access.AccessScopes;
import fr.maillage.access.ListQuery;
import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.access.ListQuery.Sort;
import fr.maillage.access.Lists;
import fr.maillage.base.PersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Times what screens read, over the benchmark set and for many people: {@code ./maillage bench lists}. Every time is
 * that of one call of the application's own service, database included. The people are acting one after the other;
 * each call is made once before it is timed.
 */
@Component
@ConditionalOnProperty(name = "maillage.bench", havingValue = "lists")
@Order(2000)
class BenchLists implements ApplicationRunner {

    private static final int PEOPLE = 24;
    private static final int TIMES = 3;
    private static final int DEEP = 1_000;
    private static final int STRIDE = 200;

    /**
     * One thing to time.
     *
     * @param pages the list whose later page is timed too, or null where there is only one answer
     */
    record Case(String name, @Nullable ListQuery pages, Reading reading) {}

    interface Reading {
        @Nullable
        Object read(PersonId person, @Nullable Cursor after);
    }

    private final JdbcClient jdbc;
    private final Acting acting;
    private final AccessScopes scopes;
    private final Lists lists;
    private final BenchCases cases;
    private final String only;
    private final ConfigurableApplicationContext context;

    BenchLists(JdbcClient jdbc, Acting acting, AccessScopes scopes, Lists lists, BenchCases cases,
            @Value("${maillage.bench.only:}") String only, ConfigurableApplicationContext context) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.scopes = scopes;
        this.lists = lists;
        this.cases = cases;
        this.only = only;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            measure();
        } catch (RuntimeException failed) {
            failed.printStackTrace();
        }
        System.exit(SpringApplication.exit(context));
    }

    private void measure() {
        System.out.println("Milliseconds, p50/p95 of " + PEOPLE + " people × " + TIMES
                + "; “page 1000” is the last one where there are fewer (its number in brackets).\n");
        System.out.println("| read | memberships | first page | page 1000 | ratio of p50 |\n|---|---|---|---|---|");
        Pattern wanted = Pattern.compile(only);
        for (Case one : cases.all()) {
            if (!wanted.matcher(one.name()).find()) {
                continue;
            }
            for (int count : World.MEMBERSHIPS) {
                List<PersonId> people = people(count);
                List<Double> first = new ArrayList<>();
                List<Double> deep = new ArrayList<>();
                List<Integer> numbers = new ArrayList<>();
                for (PersonId person : people) {
                    acting.as(person, () -> {
                        time(one, person, null, first);
                        if (one.pages() != null) {
                            Map<String, Object> found = walk(one.pages());
                            numbers.add((Integer) found.get("page"));
                            if (found.get("cursor") instanceof Cursor cursor) {
                                time(one, person, cursor, deep);
                            }
                        }
                        return true;
                    });
                }
                row(one.name(), count, first, deep, numbers);
            }
        }
        for (int count : World.MEMBERSHIPS) {
            System.out.printf("%n%d memberships: %.1f spaces on average, through alliances included.", count,
                    people(count).stream().mapToInt(person -> acting.as(person,
                            () -> scopes.current().spaces().size())).average().orElse(0));
        }
        System.out.println();
    }

    private List<PersonId> people(int memberships) {
        return jdbc.sql("select id from person where email in (:emails)")
                .param("emails", java.util.stream.IntStream.range(0, PEOPLE)
                        .mapToObj(i -> World.timed(memberships, i)).toList())
                .query(UUID.class).list().stream().map(PersonId::new).toList();
    }

    private static void time(Case one, PersonId person, @Nullable Cursor after, List<Double> times) {
        one.reading().read(person, after);
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            one.reading().read(person, after);
            times.add((System.nanoTime() - begun) / 1e6);
        }
    }

    /** Goes down a list in long strides to where page 1000 begins, or to its last page. */
    private Map<String, Object> walk(ListQuery query) {
        int rows = 0;
        int wanted = (DEEP - 1) * ListQuery.PAGE;
        Cursor at = null;
        while (rows < wanted) {
            Lists.Page page = lists.page(query.limit(Math.min(STRIDE, wanted - rows)), at);
            if (page.next() == null) {
                break;
            }
            rows += page.ids().size();
            at = page.next();
        }
        Map<String, Object> found = new HashMap<>();
        found.put("page", rows / ListQuery.PAGE + 1);
        found.put("cursor", at);
        return found;
    }

    private static void row(String name, int memberships, List<Double> first, List<Double> deep,
            List<Integer> numbers) {
        double[] firsts = first.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] deeps = deep.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int number = numbers.isEmpty() ? DEEP : (int) numbers.stream().mapToInt(Integer::intValue).average().orElse(0);
        System.out.printf("| %s | %d | %s | %s%s | %s |%n", name, memberships, words(firsts), words(deeps),
                deeps.length == 0 || number == DEEP ? "" : " (" + number + ")",
                deeps.length == 0 ? "" : "%.2f".formatted(at(deeps, 50) / at(firsts, 50)));
    }

    private static String words(double[] sorted) {
        return sorted.length == 0 ? "" : "%.1f/%.1f".formatted(at(sorted, 50), at(sorted, 95));
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    static ListQuery query(fr.maillage.access.ItemKind kind, int... statuses) {
        ListQuery query = ListQuery.of(kind);
        return statuses.length == 0 ? query
                : query.statuses(java.util.Set.copyOf(Arrays.stream(statuses).boxed().toList()));
    }

    static ListQuery soonest(ListQuery query) {
        return query.sort(Sort.DEADLINE);
    }
}
