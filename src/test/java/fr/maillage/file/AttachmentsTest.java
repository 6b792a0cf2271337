package fr.maillage.file;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import fr.maillage.IntegrationTest;
import fr.maillage.Screens;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.PracticeMother;
import fr.maillage.practice.PracticeService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class AttachmentsTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    @Autowired
    WebApplicationContext web;
    @Autowired
    Screens screens;
    @Autowired
    TestWorld world;
    @Autowired
    PracticeService practices;
    @Autowired
    Attachments attachments;

    MockMvc mvc;
    PersonId agent;
    PersonId reader;
    PersonId stranger;
    PracticeId practice;

    @BeforeEach
    void aPractice() {
        mvc = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        SpaceId space = world.territory();
        agent = world.person("Ivan Delmotte");
        world.member(agent, space, Profile.STAFF, Role.EDITOR);
        reader = world.person("Solène Brisard");
        world.member(reader, space, Profile.BUSINESS, Role.READER);
        stranger = world.person("Inconnue");
        world.member(stranger, world.territory(), Profile.STAFF, Role.COORDINATOR);
        world.as(agent);
        practice = practices.tell(space, PracticeMother.draft("Portage de locaux"), Audience.ofSpace(space));
    }

    @AfterEach
    void close() {
        screens.close();
        SecurityContextHolder.clearContext();
    }

    private Attachment add(String name, byte[] content) {
        return attachments.add(practice.ref(), name, new ByteArrayInputStream(content));
    }

    private void refuses(String name, byte[] content) {
        assertThatExceptionOfType(InvalidInput.class).as(name).isThrownBy(() -> add(name, content))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("file.refusedType"))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("file"));
    }

    private static byte[] zip(String... entries) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse download(PersonId person, String address) throws Exception {
        SecurityContextHolder.clearContext();
        if (person == null) {
            world.asAnonymous();
        } else {
            world.as(person);
        }
        var context = SecurityContextHolder.getContext();
        try {
            return mvc.perform(get(address).servletPath(address.replaceAll("\\?.*", "")).with(securityContext(context)))
                    .andReturn().getResponse();
        } finally {
            world.as(agent);
        }
    }

    @Test
    void whatIsCalledADocumentAndIsNoneIsRefusedWhateverItsName() {
        byte[] noise = new byte[4000];
        new Random(7).nextBytes(noise);
        byte[] elf = Arrays.copyOf(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 512);
        byte[] windows = Arrays.copyOf("MZ\u0090\0\3\0\0\0\4".getBytes(StandardCharsets.ISO_8859_1), 512);
        refuses("rapport.pdf", elf);
        refuses("rapport.pdf", windows);
        refuses("photo.png", windows);
        refuses("rapport.pdf", noise);
        refuses("rapport.docx", noise);
        refuses("rapport.pdf", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.US_ASCII));
        refuses("rapport.docx", zip("virus.exe"));
        refuses("rapport.docx", zip("META-INF/MANIFEST.MF", "Virus.class"));
        refuses("plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.US_ASCII));
        refuses("plan.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.US_ASCII));
        refuses("page.txt", "<!DOCTYPE html><html><script>alert(1)</script></html>"
                .getBytes(StandardCharsets.US_ASCII));
        refuses("lance.bat", "format c:\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(attachments.of(practice.ref())).isEmpty();
    }

    @Test
    void documentsAreTakenForWhatTheyAre() {
        assertThat(add("rapport.pdf", PDF).mediaType()).isEqualTo("application/pdf");
        assertThat(add("rapport.docx", PDF).mediaType()).as("the content decides").isEqualTo("application/pdf");
        assertThat(add("photo.png", PNG).isPicture()).isTrue();
        assertThat(add("note.docx", zip("[Content_Types].xml", "word/document.xml")).mediaType())
                .contains("wordprocessingml");
        assertThat(add("note.docx", zip("word/document.xml", "_rels/.rels", "[Content_Types].xml")).mediaType())
                .contains("wordprocessingml");
        assertThat(add("liste.csv", "nom;ville\nÉlan;Vitré\n".getBytes(StandardCharsets.UTF_8)).mediaType())
                .isEqualTo("text/csv");
        assertThat(add("C:\\Users\\moi\\..\\rapport.pdf", PDF).name()).isEqualTo("rapport.pdf");
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return read[0] <= PDF.length ? PDF[(int) read[0] - 1] : 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    buffer[offset + i] = (byte) read();
                }
                return length;
            }
        };
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> attachments.add(practice.ref(), "grand.pdf", endless))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("file.tooLarge"));
        assertThat(read[0]).isLessThan(Attachments.LARGEST + (1 << 20));
        assertThat(attachments.of(practice.ref())).isEmpty();
    }

    @Test
    void anItemCarriesThirtyFilesAndNoMore() {
        for (int i = 0; i < Attachments.MOST; i++) {
            add("page " + i + ".pdf", PDF);
        }
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> add("de trop.pdf", PDF))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("file.tooMany"));
        assertThat(attachments.of(practice.ref())).hasSize(Attachments.MOST);
    }

    @Test
    void onlyThoseWhoMayEditAddAndRemove() {
        Attachment file = add("rapport.pdf", PDF);
        world.as(reader);
        assertThat(attachments.of(practice.ref())).containsExactly(file);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> add("autre.pdf", PDF));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> attachments.remove(file.id()));
        world.as(stranger);
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> add("autre.pdf", PDF));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> attachments.remove(file.id()));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> attachments.get(file.id()));
    }

    @Test
    void whatIsServedCanNeitherRunNorPassForSomethingElse() throws Exception {
        Attachment text = add("<script>alert(1)</script>\".txt", "<b onclick=alert(1)>bonjour"
                .getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse answer = download(reader, text.path());
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("bonjour");
        assertThat(answer.getContentType()).startsWith("text/plain");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.getHeaders("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(answer.getHeaders("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(download(reader, text.path() + "?picture=true").getHeader("Content-Disposition"))
                .as("only pictures are shown in a page").startsWith("attachment;");
        Attachment picture = add("photo.png", PNG);
        assertThat(download(reader, picture.path() + "?picture=true").getHeader("Content-Disposition"))
                .startsWith("inline;");
        assertThat(download(reader, picture.path() + "?picture=true&of=" + practice.value()).getStatus()).isEqualTo(200);
        assertThat(download(reader, picture.path() + "?picture=true&of=" + UUID.randomUUID()).getStatus())
                .as("a text shows no file of another item").isEqualTo(404);
    }

    @Test
    void aFileThatIsNotForThemIsNotFoundLikeOneThatNeverWas() throws Exception {
        Attachment file = add("rapport.pdf", PDF);
        Attachment removed = add("retiré.pdf", PDF);
        attachments.remove(removed.id());
        MockHttpServletResponse never = download(stranger, "/fichiers/" + UUID.randomUUID());
        assertThat(never.getStatus()).isEqualTo(404);
        for (MockHttpServletResponse answer : new MockHttpServletResponse[] {download(stranger, file.path()),
            download(null, file.path()), download(reader, removed.path()), download(stranger, "/fichiers/nimporte")}) {
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentAsString()).isEqualTo(never.getContentAsString()).isEmpty();
            assertThat(answer.getHeaderNames()).containsExactlyInAnyOrderElementsOf(never.getHeaderNames());
        }
        assertThat(download(reader, file.path()).getStatus()).isEqualTo(200);
    }

    @Test
    void theScreenSaysBesideTheFieldWhyAFileWasNotAdded() {
        screens.open();
        screens.go("pratiques/" + practice.value());
        UploadKt._upload(_get(Upload.class), "rapport.pdf", Arrays.copyOf(new byte[] {0x7f, 'E', 'L', 'F'}, 300));
        MockVaadin.clientRoundtrip(true);
        assertThat(_get(Paragraph.class, spec -> spec.withId("file-trouble")).getText())
                .isEqualTo("Le contenu de «\u00A0rapport.pdf\u00A0» n’est ni un document, ni une image, ni un texte\u00A0:"
                        + " il n’a pas été ajouté.");
        UploadKt._upload(_get(Upload.class), "rapport.pdf", PDF);
        MockVaadin.clientRoundtrip(true);
        assertThat(_find(Paragraph.class, spec -> spec.withId("file-trouble"))).isEmpty();
        assertThat(_find(Anchor.class)).extracting(Anchor::getText).contains("rapport.pdf");
    }
}
