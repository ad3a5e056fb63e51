package dev.surety.escalation.session.rest;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets every page of the console be opened by its address, also after a reload. The pages exist in the browser only: the
 * one file at {@code /} shows the page that the address names. Quinoa knows that too, but its route comes behind the
 * REST resources, and those have answered 404 by then. The pages are listed rather than guessed, so that a mistyped
 * address of the interface stays a 404.
 */
@Singleton
public class ConsoleRoutes {
    private static final List<String> PAGES =
            List.of("/queue", "/cases/:id", "/policy", "/policy/playground", "/decisions", "/decisions/:id");

    /** Routes in front of the REST resources; whether somebody is logged in was checked before, in a filter. */
    void open(@Observes Router router) {
        PAGES.forEach(page -> router.get(page).handler(request -> request.reroute("/")));
    }
}
