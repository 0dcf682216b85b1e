package org.epsilonet.cli.report;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.jr.ob.JSON;

/**
 * A headless Chromium that does what a person does with a page: one process, spoken to in the Chrome DevTools Protocol
 * over a pipe (messages of JSON, each ended by a zero byte; file descriptor 3 in, 4 out), without any port.
 */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Process process;
    private final OutputStream out;
    private final InputStream in;
    private final List<Map<String, Object>> events = new ArrayList<>();
    private String session = "";
    private int sent;

    private Browser(Process process) {
        this.process = process;
        this.out = process.getOutputStream();
        this.in = new BufferedInputStream(process.getInputStream());
    }

    /** The browser of this machine, if there is one. */
    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with an empty page. */
    static Browser start(Path program, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec \"$@\" 3<&0 4>&1 >/dev/null",
                        "sh",
                        program.toString(),
                        "--headless",
                        "--remote-debugging-pipe",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectError(Redirect.DISCARD)
                .start();
        Browser browser = new Browser(process);
        String target = (String) browser.call("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId");
        browser.session = (String) browser.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId");
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            browser.call(domain + ".enable", Map.of());
        }
        return browser;
    }

    /** The size of the screen, in CSS pixels; the picture has as many. */
    void resize(int width, int height) throws IOException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** What style sheets ask for. */
    void media(String media, String colours) throws IOException {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", colours);
        call("Emulation.setEmulatedMedia", Map.of("media", media, "features", List.of(feature)));
    }

    /** Opens a file, at an anchor if one is given, and waits until it is there. */
    void open(Path file, String anchor) throws IOException {
        events.clear();
        call("Page.navigate", Map.of("url", "about:blank"));
        call("Page.navigate", Map.of("url", file.toUri() + anchor));
        while ((Boolean) evaluate("location.protocol !== 'file:' || document.readyState !== 'complete'")) {
            Thread.onSpinWait();
        }
    }

    /** The value of an expression in the page, as JSON has it. */
    Object evaluate(String expression) throws IOException {
        Map<String, Object> reply =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (reply.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + ": " + reply);
        }
        Object value = ((Map<?, ?>) reply.get("result")).get("value");
        return value == null ? "" : value;
    }

    /** Moves the mouse to the centre of the first element of a selector. */
    void hover(String selector) throws IOException {
        List<?> centre = (List<?>) evaluate("(() => { const e = document.querySelector('" + selector + "');"
                + "e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect();"
                + "return [b.left + b.width / 2, b.top + b.height / 2]; })()");
        call(
                "Input.dispatchMouseEvent",
                Map.of("type", "mouseMoved", "x", centre.get(0), "y", centre.get(1), "pointerType", "mouse"));
    }

    /** Presses a key. */
    void press(String key) throws IOException {
        call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** A picture of the screen, as PNG. */
    byte[] picture() throws IOException {
        return Base64.getDecoder().decode((String)
                call("Page.captureScreenshot", Map.of("format", "png")).get("data"));
    }

    /** The page on paper, as PDF. */
    byte[] paper() throws IOException {
        return Base64.getDecoder()
                .decode((String) call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
                        .get("data"));
    }

    /** Complaints of the page since it was opened: errors, console messages, and requests for anything but its file. */
    List<String> complaints() throws IOException {
        evaluate("0");
        return events.stream()
                .filter(e -> isComplaint((String) e.get("method"), (Map<?, ?>) e.get("params")))
                .map(Object::toString)
                .toList();
    }

    private static boolean isComplaint(String method, Map<?, ?> parameters) {
        if (method.equals("Network.requestWillBeSent")) {
            String url = (String) ((Map<?, ?>) parameters.get("request")).get("url");
            return !url.startsWith("file:") || !url.contains("report.html");
        }
        return method.equals("Runtime.consoleAPICalled")
                || method.equals("Runtime.exceptionThrown")
                || method.equals("Log.entryAdded");
    }

    private Map<String, Object> call(String method, Map<String, ?> parameters) throws IOException {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", ++sent);
        message.put("method", method);
        message.put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        out.write(JSON.std.asString(message).getBytes(StandardCharsets.UTF_8));
        out.write(0);
        out.flush();
        while (true) {
            Map<String, Object> reply = receive();
            if (reply.get("id") == null) {
                events.add(reply);
            } else if (reply.get("id").equals(sent)) {
                if (reply.containsKey("error")) {
                    throw new IOException(method + ": " + reply.get("error"));
                }
                return result(reply);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> result(Map<String, Object> reply) {
        return (Map<String, Object>) reply.get("result");
    }

    private Map<String, Object> receive() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int b = in.read(); b != 0; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the browser ended");
            }
            message.write(b);
        }
        return JSON.std.mapFrom(message.toString(StandardCharsets.UTF_8));
    }

    /** Ends it with all its helpers, which go on writing into the profile for a while. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> helpers = process.descendants().toList();
        out.close();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        for (ProcessHandle helper : helpers) {
            helper.destroyForcibly();
            helper.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }
}
