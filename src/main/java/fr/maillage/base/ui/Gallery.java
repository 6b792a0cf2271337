package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/**
 * Every piece in its states, to be looked at and photographed: route {@code pieces}, which exists only when
 * {@code maillage.gallery=true}. Its people, firms and sums are imaginary; its words are samples, which is why they
 * stand here and not in the bundles.
 */
@AnonymousAllowed
class Gallery extends Composite<Page> implements HasDynamicTitle {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = LocalDateTime.of(2026, 11, 24, 10, 0)
            .atZone(fr.maillage.base.Today.ZONE).toInstant();

    private static final List<Emblems.Point> VITRE = List.of(new Emblems.Point(48.1241, -1.2100, 18_267),
            new Emblems.Point(47.9890, -1.2390, 7_650), new Emblems.Point(48.1060, -1.3900, 5_870),
            new Emblems.Point(48.0280, -1.1890, 3_300), new Emblems.Point(48.0880, -1.4210, 2_720),
            new Emblems.Point(48.0140, -1.3330, 2_460), new Emblems.Point(48.0830, -1.2940, 2_060),
            new Emblems.Point(48.1960, -1.2250, 1_650), new Emblems.Point(48.1540, -1.3010, 1_420),
            new Emblems.Point(47.9180, -1.2320, 1_380), new Emblems.Point(48.0610, -1.1300, 980),
            new Emblems.Point(48.1570, -1.1190, 860));
    private static final List<Emblems.Knot> VVV = List.of(new Emblems.Knot(48.124, -1.21, 1),
            new Emblems.Knot(47.793, 1.066, 11), new Emblems.Knot(44.933, 4.892, 5));
    private static final List<Emblems.Knot> SOUTH = List.of(new Emblems.Knot(47.748, -3.366, 9),
            new Emblems.Knot(47.658, -2.76, 2), new Emblems.Knot(47.667, -2.983, 7),
            new Emblems.Knot(47.873, -3.549, 0), new Emblems.Knot(47.845, -3.2, 4));

    /** Puts the gallery on its route. */
    @org.springframework.stereotype.Component
    @ConditionalOnBooleanProperty("maillage.gallery")
    static class OnItsRoute implements VaadinServiceInitListener {

        @Override
        public void serviceInit(ServiceInitEvent event) {
            RouteConfiguration.forApplicationScope().setRoute("pieces", Gallery.class);
        }
    }

    Gallery() {
        Emblem vitre = Emblems.territory(VITRE, "35");
        Emblem vvv = Emblems.knots(VVV);
        Button create = new Button("Créer", Icon.PLUS.create(), event -> Notices.success("Fiche publiée."));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClassName("small");
        Button see = new Button("Voir comme…", Icon.EYE.create(),
                event -> Notices.error("Une erreur de notre côté (réf. 7F3K). Rien n’est perdu, réessayez."));
        see.addThemeVariants(ButtonVariant.TERTIARY);
        see.addClassName("small");
        getContent().liteau(1)
                .bar(new PageHeader().crumb("Espaces", "pieces").here("Vitré Communauté").actions(see, create))
                .space(new SpaceHeader(1, vitre, "Vitré Communauté",
                        "Communauté d’agglomération, Ille-et-Vilaine (Bretagne). 46 communes, 82\u00A0956 habitants.")
                        .people(new Faces(List.of("Maud Lanoë", "Ivan Delmotte", "Solène Brisard", "Karim Vasseur",
                                "Aline Cordier")), "64 membres, 31 organisations"))
                .tabs(new PageTabs("Rubriques de l’espace").tab("Aperçu", "pieces", true)
                        .tab("Plans d’action", "pieces?onglet=plans", false, 2)
                        .tab("Opportunités", "pieces?onglet=opportunites", false, 11)
                        .tab("Bonnes pratiques", "pieces?onglet=pratiques", false, 8)
                        .tab("Annuaire", "pieces?onglet=annuaire", false, 140))
                .content(new KeyFigures().figure("Emplois sur le territoire", "36\u00A0433", "2018")
                        .figure("Établissements industriels", "248", "10,5\u00A0% des établissements")
                        .figure("Chômage au recensement", "6,6\u00A0%", "2021, 15 à 64 ans")
                        .figure("Population, par an", "+\u00A00,58\u00A0%", "de 2015 à 2021"),
                        new SourceNote("INSEE via Etalab, Licence Ouverte\u00A02.0"), gap())
                .main(states(), identities(vitre, vvv), rows(vitre), board(), prose(), emblems(vitre, vvv))
                .aside(labels(), lists(vitre, vvv), live(), empty(), fields(), maps());
    }

    @Override
    public String getPageTitle() {
        return "Pièces de la maison";
    }

    private static Component gap() {
        Div gap = new Div();
        gap.addClassName("ml-top-28");
        return gap;
    }

    private Component states() {
        Div plain = row();
        Div pills = row();
        for (Status status : Status.values()) {
            plain.add(new StatusBadge(status));
            pills.add(new StatusBadge(status).pill());
        }
        StatusMenu<Status> menu = new StatusMenu<>(Status.ONGOING, List.of(Status.values()), status -> status,
                status -> getTranslation(status.labelKey()),
                status -> Notices.undo("La fiche change d’état.", () -> Notices.success("C’est annulé.")));
        Map<Status, Integer> counts = new LinkedHashMap<>();
        counts.put(Status.DONE, 6);
        counts.put(Status.ONGOING, 8);
        counts.put(Status.LATE, 2);
        counts.put(Status.BLOCKED, 1);
        counts.put(Status.UPCOMING, 5);
        return new Section("États", plain, pills, menu, new StatusBar(counts), new StatusBar(counts).thin())
                .note("une forme, un mot, une couleur").more("Tout", "pieces");
    }

    private Component identities(Emblem vitre, Emblem vvv) {
        Div row = row();
        row.add(new PersonChip("Maud Lanoë", 8).note("élue"), new OrganizationChip("Banque des Territoires"),
                new SpaceChip("Vitré Communauté", 1, vitre, "pieces"), new SpaceChip("VVV", 0, vvv),
                OrganizationChip.undisclosed("Une entreprise, à moins de 10\u00A0km"),
                OrganizationChip.gone("Atelier du Bocage"), new PersonChip("Solène Brisard", 6)
                        .note("Cheffe d’entreprise, usinage").link("pieces").twoLines());
        Div hues = row();
        IntStream.range(0, 12).forEach(hue -> {
            Div one = new Div(new Liteau(hue), new Avatar("A" + hue, hue));
            one.addClassNames("ml-stack");
            hues.add(one);
        });
        return new Section("Identités", row, hues, new Liteau(), new Liteau(1, 11, 5));
    }

    private Component rows(Emblem vitre) {
        return new Section("Opportunités",
                new ItemList(new ItemRow("Halle de 2\u00A0400\u00A0m² disponible au printemps, hauteur sous crochet 9\u00A0m",
                        "pieces").date(LocalDate.of(2026, 12, 12), TODAY)
                        .kind(Icon.WAREHOUSE, new NeedOffer(true), "Foncier et locaux")
                        .summary("Parc du Haut-Bocage, à 6\u00A0km de la gare. Location ou achat différé.")
                        .why("Surface, secteur (usinage) et date conviennent à votre besoin")
                        .price("7,20\u00A0€ / m² / mois").right(new SpaceChip("Vitré Communauté", 1, vitre))
                        .keep(false, kept -> { }),
                        new ItemRow("Huit opérateurs régleurs, formation commune à trois usines", "pieces")
                                .date(LocalDate.of(2026, 11, 27), TODAY)
                                .kind(Icon.GRADUATION_CAP, new NeedOffer(false), "Emplois et compétences")
                                .summary("Les trois entreprises partagent formateur et plateau technique.")
                                .price("8 postes").keep(true, kept -> { }),
                        new ItemRow("Capacité de tournage 5 axes, séries de 50 à 500 pièces", "pieces")
                                .date(null, TODAY).kind(Icon.FACTORY, new NeedOffer(true), "Sous-traitance")
                                .price("sur devis")),
                new FilterBar(new ViewSwitch("Besoin ou offre").option("Tout", "pieces", true)
                        .option("Besoins", "pieces?sens=besoin", false).option("Offres", "pieces?sens=offre", false),
                        FilterChip.on(Icon.MAP_PIN, "Vitré et ses alliés", () -> { }),
                        FilterChip.off("Échéance", () -> { })).clear(() -> { })).flush();
    }

    private Component board() {
        Div column = new Div(
                new ItemCard("Bâtiment relais du Haut-Bocage", "pieces").number("2.3").progress(.55)
                        .foot(new Avatar("Ivan Delmotte", 0).small(),
                                new DeadlineLabel(LocalDate.of(2027, 3, 31), TODAY))
                        .sum(MoneyLabel.brief(BigDecimal.valueOf(2_400_000))),
                new ItemCard("Navette de la zone d’activité aux heures d’équipe", "pieces").number("3.1")
                        .blocked("Attend l’accord du département, depuis 12 jours").progress(.3)
                        .foot(new Avatar("Rémi Tual", 9).small(), new DeadlineLabel(TODAY.plusDays(3), TODAY))
                        .sum(MoneyLabel.brief(BigDecimal.valueOf(210_000))));
        column.addClassName("ml-column");
        Div second = new Div(new ItemCard("Partager un camion Vitré–Rennes", "pieces")
                .kind(Icon.TRUCK, new NeedOffer(false), "Services partagés").why("Même départ, à 4\u00A0km de vous")
                .keep(false, kept -> { }));
        second.addClassName("ml-column");
        Div board = new Div(column, second);
        board.addClassName("ml-board");
        ViewSwitch views = new ViewSwitch("Façon de voir").option(Icon.TABLE_2, "Tableau", "pieces", false)
                .option(Icon.SQUARE_KANBAN, "Statuts", "pieces", true)
                .option(Icon.CHART_GANTT, "Calendrier", "pieces", false);
        return new Section("Fiches", views, board,
                new ItemList(new DecisionRow(Icon.GAVEL.large(), "Comité de pilotage, jeudi 26 à 14\u00A0h\u00A030",
                        "pieces").meta("Six points, écrits d’après ce qui a bougé", "Salle du conseil, Vitré")
                        .due(new DeadlineLabel(TODAY.plusDays(2), TODAY)).action("Lire et décider", "pieces", true)));
    }

    private Component prose() {
        return new Section("Texte", new Prose("""
                L’intercommunalité porte le bâtiment : elle l’a **acheté**, le remet en état et le _loue_.

                ## Ce qu’il faut pour que ça marche

                - une réserve foncière achetée avant d’en avoir besoin ;
                - un bâtiment qui peut servir à une autre entreprise.

                > Rien qui ne puisse se diviser.

                Voir [la fiche](pieces) et <script>alert(1)</script>.
                """.replace(" :", "\u00A0:").replace(" ;", "\u202F;")),
                new ConflictChoice("Montant demandé à la Région",
                        "Vous avez écrit sans réseau à 9\u00A0h\u00A002\u202F; Karim avait déjà changé ce montant.",
                        new ConflictChoice.Value("Ivan Delmotte", 0, "9\u00A0h\u00A002", "480\u00A0000\u00A0€"),
                        new ConflictChoice.Value("Karim Vasseur", 10, "8\u00A0h\u00A055", "520\u00A0000\u00A0€")));
    }

    private Component emblems(Emblem vitre, Emblem vvv) {
        Div row = row();
        for (Emblem.Size size : Emblem.Size.values()) {
            row.add(new SpaceEmblem(1, vitre, size), new SpaceEmblem(0, vvv, size),
                    new SpaceEmblem(0, Emblems.knots(SOUTH), size),
                    new SpaceEmblem(7, Emblems.department("29"), size),
                    new SpaceEmblem(4, Emblems.department("974"), size));
        }
        return new Section("Emblèmes", row);
    }

    private Component labels() {
        Div row = row();
        row.add(new DeadlineLabel(LocalDate.of(2027, 3, 31), TODAY), new DeadlineLabel(TODAY.plusDays(3), TODAY),
                new DeadlineLabel(TODAY.minusDays(12), TODAY), DeadlineLabel.done(TODAY.minusDays(40), TODAY),
                new DeadlineLabel(null, TODAY), MoneyLabel.beforeTax(BigDecimal.valueOf(2_400_000)),
                MoneyLabel.brief(BigDecimal.valueOf(2_400_000)), MoneyLabel.reserved(), new Tag("suggestion"),
                new Tag("nouvelle").fresh(), new ProgressRing(.27, "6 actions faites sur 22"),
                new ProgressRing(.6, "du budget engagé"));
        return new Section("Dates, sommes, parts", row);
    }

    private Component lists(Emblem vitre, Emblem vvv) {
        return new Section("Ce qui a bougé",
                new ItemList(new ActivityLine(new Avatar("Paul Hennequin", 11), "Paul Hennequin",
                        "a repris votre pratique", "Porter l’immobilier industriel", "pieces",
                        NOW.minusSeconds(3000), NOW),
                        new ActivityLine(new Avatar("Ivan Delmotte", 0), "Ivan Delmotte", "a passé en cours",
                                "École de production", "pieces", NOW.minusSeconds(60_000), NOW).more(2)),
                new ItemList(new ListLine("VVV", "pieces").sign(new SpaceEmblem(0, vvv))
                        .meta("avec Vendôme et Valence", "depuis 2015").middle(),
                        new ListLine("Vitré Communauté", "pieces").sign(new SpaceEmblem(1, vitre))
                                .meta("82\u00A0956 habitants")
                                .right(new DeadlineLabel(LocalDate.of(2026, 12, 12), TODAY)).middle()),
                new AudienceSentence(AudienceSentence.Reach.SOME, "Les élus et les agents de Vitré Communauté",
                        ", et Karim Vasseur, nommé. Les entreprises ne la voient pas."),
                new AudienceSentence(AudienceSentence.Reach.ALL, "Tout le monde", ", sans compte."),
                new Steps().step(Steps.Moment.PAST, "Publiée", "16 novembre")
                        .step(Steps.Moment.NOW, "Intérêts reçus", "jusqu’au 12 décembre")
                        .step(Steps.Moment.NEXT, "Visites", "du 5 au 9 janvier"),
                new Facet("Genre").option("Foncier et locaux", 5, true, on -> { })
                        .option("Appels à projets", 3, false, on -> { }));
    }

    private Component live() {
        Div row = row();
        row.add(new PresenceAvatars(List.of(new PresenceAvatars.Here("Ivan Delmotte", 0, false),
                new PresenceAvatars.Here("Maud Lanoë", 8, false), new PresenceAvatars.Here("Karim Vasseur", 10, true),
                new PresenceAvatars.Here("Aline Cordier", 2, false), new PresenceAvatars.Here("Rémi Tual", 9, false),
                new PresenceAvatars.Here("Odile Marchetti", 5, false))), new SaveState(), new SaveState().saving(),
                new SaveState().offline(14), new SaveState().refused("la fiche est validée"));
        return new Section("En direct", row);
    }

    private Component empty() {
        Button way = new Button("Dire ce que je cherche");
        way.addThemeVariants(ButtonVariant.PRIMARY);
        way.addClassName("small");
        return new Section("Rien encore", new EmptyState("Aucune opportunité à moins de 50\u00A0km")
                .text("Deux existent à moins de 100\u00A0km. Vous pouvez aussi dire ce que vous cherchez.")
                .actions(way, new LinkButton("Élargir à 100\u00A0km", "pieces").small()));
    }

    private Component fields() {
        TextField name = new TextField("Titre");
        name.setValue("Bâtiment relais");
        name.setWidthFull();
        name.setHelperText("300 signes au plus.");
        DateField end = new DateField("Date de fin");
        end.setInvalid(true);
        end.setErrorMessage("Février 2027 s’arrête au 28.");
        end.setWidthFull();
        TextArea text = new TextArea("Description");
        text.setPlaceholder("Ce qui sera fait");
        text.setWidthFull();
        RadioButtonGroup<String> who = new RadioButtonGroup<>("Qui voit cette fiche", "Vitré Communauté",
                "L’alliance VVV");
        who.setValue("Vitré Communauté");
        Button publish = new Button("Publier");
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        Button cancel = new Button("Annuler");
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        Button remove = new Button("Retirer");
        remove.addThemeVariants(ButtonVariant.ERROR);
        Div buttons = row();
        buttons.add(publish, new Button("Enregistrer"), cancel, remove);
        Div form = new Div(name, end, text, who, new Checkbox("Répéter chaque année", true), buttons);
        form.addClassNames("ml-stack", "ml-gap-16");
        return new Section("Champs et boutons", form);
    }

    private Component maps() {
        List<FranceMap.Point> members = List.of(
                new FranceMap.Point("1", "Vitré", "82\u00A0956 habitants", 48.124, -1.21, 1, "pieces?espace=vitre"),
                new FranceMap.Point("2", "Vendôme", "", 47.793, 1.066, 11, "pieces?espace=vendome"),
                new FranceMap.Point("3", "Valence", "", 44.933, 4.892, 5, null));
        FranceMap map = new FranceMap("Les membres de l’alliance VVV").alliance(members)
                .dots(List.of(new Emblems.Point(43.6, 1.44, 0), new Emblems.Point(-21.1, 55.5, 0)));
        map.addPickListener(event -> Notices.success("Choisi\u00A0: " + event.id()));
        return new Section("Carte", map);
    }

    private static Div row() {
        Div row = new Div();
        row.addClassNames("ml-row", "ml-wrap", "ml-gap-16");
        return row;
    }
}
