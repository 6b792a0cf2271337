package fr.maillage.bench;

import fr.maillage.access.Audience;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Listings;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.base.Ids;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.LiveTexts;
import fr.maillage.coediting.RichText;
import fr.maillage.member.MemberSeeding;
import fr.maillage.member.MemberSeeding.NewMembership;
import fr.maillage.member.MemberSeeding.NewOrganization;
import fr.maillage.member.MemberSeeding.NewPerson;
import fr.maillage.member.MembershipId;
import fr.maillage.member.OrganizationKind;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionTexts;
import fr.maillage.plan.PlanDraft;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanType;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes live texts and people in the database of an instance that runs, signs the people in there by the form, and writes
 * down what a load harness needs: {@code ./maillage bench coedit --prepare DIR --port N}.
 */
@Component
@ConditionalOnProperty(name = "maillage.bench", havingValue = "coedit")
@Order(2000)
class BenchCoedit implements ApplicationRunner {

    private static final int TEXTS = 50;
    private static final int PEOPLE = 200;
    private static final ItemKind KIND = new ItemKind(251, "bench");
    private static final String PASSWORD = "Banc-d-essai-de-coedition-2026";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*content=\"([^\"]+)\"|content=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private final MemberSeeding seeding;
    private final Spaces spaces;
    private final Listings listings;
    private final LiveTexts texts;
    private final PlanService plans;
    private final ActionService actions;
    private final ActionTexts actionTexts;
    private final Acting acting;
    private final Today today;
    private final TransactionTemplate transaction;
    private final ConfigurableApplicationContext context;
    private final Path folder;
    private final String address;

    BenchCoedit(MemberSeeding seeding, Spaces spaces, Listings listings, LiveTexts texts, PlanService plans,
            ActionService actions, ActionTexts actionTexts, Acting acting, Today today, TransactionTemplate transaction,
            ConfigurableApplicationContext context, @Value("${maillage.bench.folder}") Path folder, @Value("${maillage.bench.address}") String address) {
        this.seeding = seeding;
        this.spaces = spaces;
        this.listings = listings;
        this.texts = texts;
        this.plans = plans;
        this.actions = actions;
        this.actionTexts = actionTexts;
        this.acting = acting;
        this.today = today;
        this.transaction = transaction;
        this.context = context;
        this.folder = folder;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int status = 0;
        try {
            prepare();
        } catch (Exception failed) {
            failed.printStackTrace();
            status = 1;
        }
        int exit = status;
        System.exit(SpringApplication.exit(context, () -> exit));
    }

    private void prepare() throws Exception {
        String mark = Long.toString(System.currentTimeMillis(), 36);
        SpaceId space = new SpaceId(Ids.next());
        List<PersonId> people = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String hash = seeding.hash(PASSWORD);
        transaction.executeWithoutResult(status -> {
            spaces.register(new Spaces.Space(space, SpaceKind.TERRITORY, "Banc " + mark, "Banc", "territoires/" + space.value(), 3, ""));
            OrganizationId organization = seeding.organization(new NewOrganization(new OrganizationId(Ids.next()),
                    OrganizationKind.OTHER, "Banc " + mark, null, null, space, "", "", ""));
            for (int i = 0; i < PEOPLE; i++) {
                PersonId person = new PersonId(Ids.next());
                names.add("banc." + mark + '.' + i + "@exemple.fr");
                seeding.person(new NewPerson(person, names.get(i), "Personne " + i, "", "fr", false, null), hash);
                seeding.membership(new NewMembership(new MembershipId(Ids.next()), person, space, organization,
                        Profile.ELECTED, Role.EDITOR, today.date().minusDays(1), null));
                people.add(person);
            }
        });
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            LiveTextRef ref = new LiveTextRef(new ItemRef(KIND, Ids.next()), "text");
            LiveTextId id = acting.as(people.getFirst(), () -> transaction.execute(status -> {
                listings.open(ref.item(), space, people.getFirst(), Audience.ofSpace(space),
                        new Listings.Facts(0, 0, Set.of(), null));
                return texts.create(ref, RichText.empty());
            }));
            ids.add(id.value().toString());
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("action.txt"), action(space, people.getFirst()));
        Files.write(folder.resolve("docs.txt"), ids);
        Files.write(folder.resolve("people.txt"), names);
        Files.write(folder.resolve("cookies.txt"), signIn(names));
        String socket = address.replaceFirst("^http", "ws") + "/coedition/{doc}";
        Files.writeString(folder.resolve("url.txt"), socket + '\n');
        System.out.println(socket);
    }

    /** An action that all of them may write: its description, and the address of its page. */
    private List<String> action(SpaceId space, PersonId author) {
        return acting.as(author, () -> {
            PlanDraft draft = new PlanDraft("Banc d’essai", PlanType.TERRITORY_PROJECT, today.date(),
                    today.date().plusYears(1), "");
            ActionId action = actions.create(plans.create(space, draft, Audience.ofSpace(space)), null, "Écrire à plusieurs");
            return List.of(actionTexts.open(action, ActionField.DESCRIPTION).value().toString(), "fiches/" + action.value());
        });
    }

    private List<String> signIn(List<String> names) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> acts = names.stream().<Callable<String>>map(name -> () -> signIn(name)).toList();
            List<String> cookies = new ArrayList<>();
            for (Future<String> cookie : two.invokeAll(acts)) {
                cookies.add(cookie.get());
            }
            return cookies;
        }
    }

    /** By the form, as a browser does; returns the cookie of the session. */
    private String signIn(String name) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        try (HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            HttpResponse<String> page = http.send(HttpRequest.newBuilder(URI.create(address + "/login")).build(),
                    BodyHandlers.ofString());
            Matcher token = TOKEN.matcher(page.body());
            if (!token.find()) {
                throw new IOException("The sign-in page carries no token: " + page.statusCode());
            }
            String form = "username=" + encoded(name) + "&password=" + encoded(PASSWORD) + "&_csrf="
                    + encoded(token.group(1) == null ? token.group(2) : token.group(1));
            HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(URI.create(address + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(),
                    BodyHandlers.discarding());
            String where = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() != 302 || where.contains("/login")) {
                throw new IOException("Signing in failed: " + answer.statusCode() + ' ' + where);
            }
            return cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + '=' + cookie.getValue())
                    .reduce((a, b) -> a + "; " + b).orElseThrow();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
