package fr.maillage.base.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Arrays;

/**
 * The pictures of the house: Lucide icons, 18 px, in the colour of the text beside them. They come from one file,
 * {@value #SPRITE}, and are decorative unless they are given a label.
 */
public enum Icon {
    INBOX("inbox"), HANDSHAKE("handshake"), BOOK_OPEN("book-open"), LIST_CHECKS("list-checks"), CALENDAR("calendar"),
    CALENDAR_DAYS("calendar-days"), PLUS("plus"), MINUS("minus"), SEARCH("search"), CHEVRON_RIGHT("chevron-right"),
    CHEVRON_LEFT("chevron-left"), CHEVRON_DOWN("chevron-down"), CHEVRON_UP("chevron-up"), X("x"), CHECK("check"),
    CLOCK("clock"), EYE("eye"), EYE_OFF("eye-off"), LOCK("lock"), LOCK_OPEN("lock-open"), USER("user"),
    USERS("users"), USER_PLUS("user-plus"), BUILDING_2("building-2"), LINK("link"), LINK_2("link-2"),
    BOOKMARK("bookmark"), BOOKMARK_CHECK("bookmark-check"), WIFI_OFF("wifi-off"), WIFI("wifi"), LOADER("loader"),
    GIT_BRANCH("git-branch"), GIT_FORK("git-fork"), CIRCLE_ALERT("circle-alert"),
    CIRCLE_QUESTION_MARK("circle-question-mark"), CIRCLE_CHECK("circle-check"), CIRCLE_X("circle-x"), INFO("info"),
    TRIANGLE_ALERT("triangle-alert"), FACTORY("factory"), GRADUATION_CAP("graduation-cap"), LEAF("leaf"),
    SPROUT("sprout"), TRUCK("truck"), WAREHOUSE("warehouse"), LANDMARK("landmark"), MAP("map"), MAP_PIN("map-pin"),
    HISTORY("history"), DOWNLOAD("download"), UPLOAD("upload"), PENCIL("pencil"), TRASH_2("trash-2"),
    MESSAGE_SQUARE("message-square"), BELL("bell"), BELL_OFF("bell-off"), GAVEL("gavel"), TABLE_2("table-2"),
    SQUARE_KANBAN("square-kanban"), CHART_GANTT("chart-gantt"), LAYOUT_GRID("layout-grid"), MENU("menu"),
    LOG_IN("log-in"), LOG_OUT("log-out"), SETTINGS("settings"), SUN("sun"), MOON("moon"), SUN_MOON("sun-moon"),
    GLOBE("globe"), SHIELD_CHECK("shield-check"), SHIELD("shield"), FILE_TEXT("file-text"),
    FILE_SPREADSHEET("file-spreadsheet"), PAPERCLIP("paperclip"), ARROW_RIGHT("arrow-right"),
    ARROW_LEFT("arrow-left"), ARROW_UP("arrow-up"), ARROW_DOWN("arrow-down"), EXTERNAL_LINK("external-link"),
    ELLIPSIS("ellipsis"), ELLIPSIS_VERTICAL("ellipsis-vertical"), FILTER("filter"),
    SLIDERS_HORIZONTAL("sliders-horizontal"), COPY("copy"), SHARE_2("share-2"), REFRESH_CW("refresh-cw"),
    UNDO_2("undo-2"), REDO_2("redo-2"), MAIL("mail"), PHONE("phone"), EURO("euro"), HAND_COINS("hand-coins"),
    COINS("coins"), WRENCH("wrench"), LIGHTBULB("lightbulb"), TARGET("target"), FLAG("flag"), STAR("star"),
    SEND("send"), REPLY("reply"), AT_SIGN("at-sign"), KEY("key"), FINGERPRINT_PATTERN("fingerprint-pattern"),
    CHART_COLUMN("chart-column"), CHART_PIE("chart-pie"), ARCHIVE("archive"), LAYERS("layers"), NETWORK("network"),
    HOUSE("house"), GRIP_VERTICAL("grip-vertical"), PRINTER("printer"), IMAGE("image"), LIST("list"),
    LIST_ORDERED("list-ordered"), BOLD("bold"), ITALIC("italic"), HEADING_2("heading-2"),
    HEADING_3("heading-3"), QUOTE("quote"), ZAP("zap"),
    BRIEFCASE("briefcase"), TAG("tag"), REPEAT("repeat"), SCALE("scale"), LAPTOP("laptop"), STORE("store"),
    HASH("hash"), RSS("rss"), CODE("code"), WEBHOOK("webhook"), VOTE("vote"), SPARKLES("sparkles"),
    DOOR_OPEN("door-open"), CAR("car"), RECYCLE("recycle"), WALLET("wallet"), CIRCLE_DOT("circle-dot"),
    PANEL_RIGHT("panel-right"), SAVE("save"), MERGE("merge"), MILESTONE("milestone");

    /** Where the pictures are, for templates: {@code <vaadin-icon src="icons/icons.svg" symbol="inbox">}. */
    public static final String SPRITE = "icons/icons.svg";

    private final String symbol;

    Icon(String symbol) {
        this.symbol = symbol;
    }

    /** The name of the picture within the file, which is its Lucide name. */
    public String symbol() {
        return symbol;
    }

    /** The picture of this Lucide name. */
    public static Icon named(String symbol) {
        return Arrays.stream(values()).filter(icon -> icon.symbol.equals(symbol)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such icon: " + symbol));
    }

    /** A decorative picture. */
    public SvgIcon create() {
        return glyph(symbol);
    }

    /** A picture that stands alone, with words for those who do not see it. */
    public SvgIcon create(String label) {
        SvgIcon icon = glyph(symbol);
        icon.getElement().removeAttribute("aria-hidden");
        icon.getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        return icon;
    }

    /** A decorative picture of 16 px, beside small text. */
    public SvgIcon small() {
        return sized("small");
    }

    /** A decorative picture of 22 px. */
    public SvgIcon large() {
        return sized("large");
    }

    private SvgIcon sized(String className) {
        SvgIcon icon = glyph(symbol);
        icon.addClassName(className);
        return icon;
    }

    static SvgIcon glyph(String symbol) {
        SvgIcon icon = new SvgIcon(SPRITE, symbol);
        icon.addClassName("ml-icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
