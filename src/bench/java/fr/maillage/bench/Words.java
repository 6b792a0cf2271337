package fr.maillage.bench;

import java.util.List;

/** Plausible French out of lists of words: what people of a territory write about, without meaning any of it. */
final class Words {

    private static final List<String> FIRST = List.of("Maud", "Ivan", "Solène", "Karim", "Élise", "Gaël", "Fatou",
            "Hélène", "Yann", "Inès", "Étienne", "Rose", "Malik", "Clémence", "Loïc", "Aïcha", "Rémi", "Jeanne",
            "Bastien", "Nour", "Agathe", "Thibault", "Léna", "Pascal", "Océane", "Youssef", "Marion", "Denis");
    private static final List<String> LAST = List.of("Lanoë", "Delmotte", "Brisard", "Vasseur", "Le Goff", "Marchand",
            "Perrin", "Benali", "Rousseau", "Guérin", "Faure", "Mercier", "Dupuis", "Colin", "Barbier", "Renaud",
            "Traoré", "Lefèvre", "Garnier", "Chevalier", "Moulin", "Besson", "Carpentier", "Da Silva", "Hamon");
    private static final List<String> FUNCTIONS = List.of("Vice-présidente à l’économie", "Chef de projet",
            "Développeuse économique", "Directeur général", "Chargée de mission foncier", "Conseiller délégué",
            "Responsable d’atelier", "Animatrice de réseau", "Directrice de site", "Chargé de mission énergie");
    static final List<String> PLACES = List.of("zone de la Gare", "parc des Grands Champs", "ancienne filature",
            "quai des Tanneurs", "zone artisanale du Moulin", "friche des Forges", "centre-bourg", "pôle bois",
            "pépinière du Canal", "parc du Haut-Pré", "halle aux grains", "site de la Verrerie");
    private static final List<String> SECTORS = List.of("agroalimentaire", "mécanique de précision", "bois",
            "textile technique", "plasturgie", "santé", "logistique", "numérique", "rénovation du bâti", "maroquinerie",
            "fonderie", "énergies renouvelables", "tourisme d’affaires", "économie circulaire");
    private static final List<String> TRADES = List.of("soudeurs", "conducteurs de ligne", "couvreurs", "usineurs",
            "aides-soignantes", "développeurs", "cuisiniers", "conducteurs d’engins", "techniciens de maintenance",
            "monteurs-câbleurs", "chaudronniers", "couturières");
    private static final List<String> THINGS = List.of("un atelier partagé", "une plateforme de formation",
            "une navette domicile-travail", "un réseau de chaleur", "une boutique à l’essai", "un guichet unique",
            "une école de production", "un inventaire des friches", "une filière de réemploi", "un tiers-lieu",
            "une ferme solaire", "un forum de l’emploi", "une crèche interentreprises", "un club d’entreprises",
            "un schéma d’accueil", "une étude de flux", "un parc vélo sécurisé", "une bourse aux locaux");
    private static final List<String> DOING = List.of("Créer", "Ouvrir", "Financer", "Étudier", "Mettre en service",
            "Prolonger", "Réhabiliter", "Mutualiser", "Accompagner", "Préfigurer", "Étendre", "Rénover");
    private static final List<String> SUBJECTS = List.of("La communauté de communes", "Le club des entreprises",
            "Le comité de pilotage", "Une dizaine d’industriels", "La chambre de métiers", "Le lycée professionnel",
            "La région", "Notre équipe", "Le bailleur", "L’agence d’attractivité", "Le syndicat d’énergie");
    private static final List<String> VERBS = List.of("cherche à réduire", "a chiffré", "souhaite partager",
            "prépare", "finance déjà", "s’engage à suivre", "propose d’expérimenter", "a besoin de clarifier",
            "mesure chaque année", "porte depuis deux ans", "veut simplifier", "a testé avec succès");
    private static final List<String> OBJECTS = List.of("le coût du foncier", "les temps de trajet des salariés",
            "la consommation d’eau des ateliers", "l’accueil des jeunes diplômés", "les besoins en recrutement",
            "la reprise des locaux vacants", "le tri des déchets de production", "l’offre de restauration",
            "la couverture en fibre", "les démarches d’implantation", "le partage de machines", "la rénovation des halles");
    private static final List<String> ENDS = List.of("avant la fin de l’année", "avec trois communes voisines",
            "dans le cadre du contrat de relance", "pour moins de cent mille euros", "sur un périmètre restreint",
            "sans créer de nouvelle structure", "après une phase de concertation", "à l’échelle du bassin d’emploi",
            "en s’appuyant sur l’existant", "avec l’aide de l’État", "dès que le financement est acquis");

    private Words() {}

    static String name(Draw draw) {
        return draw.one(FIRST) + ' ' + draw.one(LAST);
    }

    static String function(Draw draw) {
        return draw.one(FUNCTIONS);
    }

    static String organization(Draw draw, String kind) {
        return kind.equals("CHAMBER") ? "Chambre de métiers, antenne " + draw.one(PLACES)
                : draw.one("Ateliers ", "Établissements ", "Société ", "Groupe ") + draw.one(LAST) + ' '
                        + draw.one(SECTORS);
    }

    static String alliance(Draw draw, int number) {
        return draw.one("Réseau ", "Pôle ", "Entente ", "Coopération ") + draw.one(SECTORS) + ' ' + number;
    }

    static String plan(Draw draw, String place) {
        return draw.one("Plan d’action ", "Feuille de route ", "Programme ") + draw.one(SECTORS) + ", " + place;
    }

    static String axis(Draw draw) {
        return draw.one("Attirer et former", "Maîtriser le foncier", "Produire plus proprement", "Se déplacer autrement",
                "Redonner vie aux centres", "Faire réseau", "Simplifier les démarches", "Innover ensemble") + " : "
                + draw.one(SECTORS);
    }

    static String action(Draw draw) {
        return draw.one(DOING) + ' ' + draw.one(THINGS) + ", " + draw.one(PLACES);
    }

    static String need(Draw draw, String place) {
        return switch (draw.below(4)) {
            case 0 -> "Recherche " + draw.between(2, 9) + "00 m² pour une activité " + draw.one(SECTORS) + " près de "
                    + place;
            case 1 -> "Recrute " + draw.between(2, 15) + ' ' + draw.one(TRADES) + " à " + place;
            case 2 -> "Cherche partenaires pour " + draw.one(THINGS) + ", " + draw.one(PLACES);
            default -> "Besoin d’un cofinancement pour " + draw.one(THINGS) + " à " + place;
        };
    }

    static String offer(Draw draw, String place) {
        return switch (draw.below(4)) {
            case 0 -> "Local de " + draw.between(2, 9) + "00 m² disponible, " + draw.one(PLACES) + ", " + place;
            case 1 -> "Propose " + draw.one(THINGS) + " aux entreprises de " + place;
            case 2 -> "Appel à projets : " + draw.one(SECTORS) + ", jusqu’à " + draw.between(2, 30) + "0 000 €";
            default -> "Matériel à partager : " + draw.one(SECTORS) + ", " + draw.one(PLACES);
        };
    }

    static String sentence(Draw draw) {
        return draw.one(SUBJECTS) + ' ' + draw.one(VERBS) + ' ' + draw.one(OBJECTS) + ' ' + draw.one(ENDS) + '.';
    }

    static String paragraph(Draw draw) {
        StringBuilder text = new StringBuilder();
        for (int i = draw.between(2, 5); i > 0; i--) {
            text.append(sentence(draw)).append(i > 1 ? " " : "");
        }
        return text.toString();
    }

    static String body(Draw draw) {
        StringBuilder text = new StringBuilder("## " + draw.one("Contexte", "Le besoin", "Ce qui est proposé") + "\n\n");
        for (int i = draw.between(1, 3); i > 0; i--) {
            text.append(paragraph(draw)).append("\n\n");
        }
        return text.toString().strip();
    }
}
