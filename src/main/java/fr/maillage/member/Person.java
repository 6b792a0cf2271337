package fr.maillage.member;

import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An account. It exists from the first invitation on; it can sign in once it has a password. */
@Entity
@Table(name = "person")
class Person {

    static final Set<String> LOCALES = Set.of("fr", "en");

    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    @Column(name = "id")
    private UUID id;

    @Column(name = "email", nullable = false)
    private String email;

    @Column(name = "name", nullable = false)
    private String name;

    @Column(name = "function_title", nullable = false)
    private String functionTitle;

    @Column(name = "locale", nullable = false)
    private String locale;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "color_scheme", nullable = false)
    private ColorChoice color;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "administrator", nullable = false)
    private boolean administrator;

    @Column(name = "disabled", nullable = false)
    private boolean disabled;

    @Column(name = "sign_in_epoch", nullable = false)
    private int signInEpoch;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    private Long version;

    @SuppressWarnings("NullAway")
    protected Person() {}

    private Person(UUID id, Email email, String name, Instant now) {
        this.id = id;
        this.email = email.value();
        this.name = checkedName(name);
        this.functionTitle = "";
        this.locale = "fr";
        this.color = ColorChoice.AUTO;
        this.createdAt = now;
    }

    /** Somebody who was invited, or who asks to join, and has no password yet. */
    static Person expected(UUID id, Email email, String name, Instant now) {
        return new Person(id, email, name.isBlank() ? email.value().substring(0, email.value().indexOf('@')) : name,
                now);
    }

    private static String checkedName(String name) {
        return Checks.required("name", name.replaceAll("\\s+", " "), 120);
    }

    void present(String newName, String newFunctionTitle) {
        this.name = checkedName(newName);
        this.functionTitle = Checks.optional("functionTitle", newFunctionTitle.replaceAll("\\s+", " "), 160);
    }

    /** Takes the language they are spoken to in, if it is one of ours. */
    void speak(String language) {
        if (LOCALES.contains(language)) {
            this.locale = language;
        }
    }

    void prefer(String newLocale, ColorChoice newColor) {
        if (!LOCALES.contains(newLocale)) {
            throw new InvalidInput("locale", "member.locale.unknown");
        }
        this.locale = newLocale;
        this.color = newColor;
    }

    /** Takes a new password; every session begun before is over. */
    void protectWith(String newPasswordHash) {
        this.passwordHash = newPasswordHash;
        this.signInEpoch++;
    }

    /** The same password under newer settings of the hash: no session ends. */
    void rehash(String newPasswordHash) {
        this.passwordHash = newPasswordHash;
    }

    void signOutEverywhere() {
        this.signInEpoch++;
    }

    void disable() {
        this.disabled = true;
        this.signInEpoch++;
    }

    void enable() {
        this.disabled = false;
    }

    void administer(boolean whether) {
        this.administrator = whether;
    }

    PersonPrincipal principal(Instant signedInAt) {
        return new PersonPrincipal(id, email, name, locale, color, administrator, signInEpoch, signedInAt);
    }

    PersonId id() {
        return new PersonId(id);
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    String functionTitle() {
        return functionTitle;
    }

    String locale() {
        return locale;
    }

    ColorChoice color() {
        return color;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    boolean administrator() {
        return administrator;
    }

    boolean disabled() {
        return disabled;
    }

    int signInEpoch() {
        return signInEpoch;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Person person && id.equals(person.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }
}
