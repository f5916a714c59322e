package io.lifeboat.cli.terminal;

/** Colours where they are wanted, the bare text where not. Immutable. */
public record Style(boolean coloured) {
    public static final Style BARE = new Style(false);

    public String bold(String text) {
        return wrap("1", text);
    }

    public String faint(String text) {
        return wrap("2", text);
    }

    public String good(String text) {
        return wrap("32", text);
    }

    public String bad(String text) {
        return wrap("31", text);
    }

    public String warning(String text) {
        return wrap("33", text);
    }

    public String accent(String text) {
        return wrap("36", text);
    }

    private String wrap(String code, String text) {
        return coloured ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
