package fr.maillage.base.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import fr.maillage.base.Roundtrip;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a {@link Roundtrip} begin and end with each request of a browser. */
@Component
class RequestRoundtrips implements VaadinServiceInitListener, VaadinRequestInterceptor {

    private final transient Roundtrip roundtrip;

    RequestRoundtrips(Roundtrip roundtrip) {
        this.roundtrip = roundtrip;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addVaadinRequestInterceptor(this);
    }

    @Override
    public void requestStart(VaadinRequest request, VaadinResponse response) {
        roundtrip.begin();
    }

    @Override
    public void handleException(VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session,
            Exception failure) {
        // What goes wrong is told by the error handler; the request ends all the same.
    }

    @Override
    public void requestEnd(VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session) {
        roundtrip.end();
    }
}
