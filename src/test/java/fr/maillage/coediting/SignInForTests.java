package fr.maillage.coediting;

import fr.maillage.TestWorld;
import fr.maillage.base.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens a real session for somebody of the {@link TestWorld}, without the form; exists in tests only. */
@RestController
class SignInForTests {

    private final TestWorld world;

    SignInForTests(TestWorld world) {
        this.world = world;
    }

    @PostMapping("/coedition/essai/{person}")
    void signIn(@PathVariable UUID person, HttpServletRequest request) {
        world.as(new PersonId(person), () -> request.getSession(true).setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, SecurityContextHolder.getContext()));
    }
}
