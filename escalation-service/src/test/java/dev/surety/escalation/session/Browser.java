package dev.surety.escalation.session;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser without eyes: it keeps cookies per server, follows redirects when told to, and can fill in Keycloak's login
 * form. Like a real browser, and unlike Java's cookie manager, it takes localhost for a safe place.
 */
public final class Browser {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<Integer, Map<String, String>> cookies = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final int port;

    public Browser(int port) {
        this.port = port;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(here(path)).GET(), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(
                request(here(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    /** Opens a page, logs in where Keycloak asks for it, and returns what the page answered in the end. */
    public HttpResponse<String> openAndLogIn(String path, String user) {
        HttpResponse<String> form = follow(get(path, "Accept", "text/html"));
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("There is no login form: " + form.statusCode() + " " + form.uri());
        }
        String filled = "username=" + user + "&password=" + user + "&credentialId=";
        return follow(send(request(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(filled))));
    }

    /** The cookies of this service whose name begins so, by their name. */
    public Map<String, String> cookies(String prefix) {
        Map<String, String> found = new TreeMap<>(cookies.getOrDefault(port, Map.of()));
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }

    /** How a cookie was set, with its attributes. */
    public String setCookie(String name) {
        return written.getOrDefault(name, "");
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> present = response;
        for (int i = 0; i < 10 && present.statusCode() / 100 == 3; i++) {
            URI next = present.uri()
                    .resolve(present.headers().firstValue("Location").orElseThrow());
            present = send(request(next).header("Accept", "text/html,*/*;q=0.8").GET());
        }
        return present;
    }

    private URI here(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpRequest.Builder request(URI target) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target);
        Map<String, String> jar = cookies.getOrDefault(target.getPort(), Map.of());
        if (!jar.isEmpty()) {
            List<String> pairs = jar.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .toList();
            request.header("Cookie", String.join("; ", pairs));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers()
                    .allValues("Set-Cookie")
                    .forEach(cookie -> keep(response.uri().getPort(), cookie));
            return response;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(int from, String header) {
        String pair = header.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        boolean deleted = header.matches("(?i).*;\\s*max-age=0\\b.*");
        Map<String, String> jar = cookies.computeIfAbsent(from, unseen -> new TreeMap<>());
        if (deleted) {
            jar.remove(name);
        } else {
            written.put(name, header);
            jar.put(name, value);
        }
    }
}
