package io.lifeboat.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fits texts into widths. What it is given may hold colours, which take no room. */
public final class Texts {
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

    private static final String DOTS = "..";
    private static final String RESET = "\033[0m";

    private Texts() {}

    /** Columns that a text takes. */
    public static int width(String text) {
        String bare = COLOUR.matcher(text).replaceAll("");
        return bare.codePointCount(0, bare.length());
    }

    /** Filled with blanks up to a width. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Cut to a width; what was cut is marked by dots. Colours take no room, and end where the text does. */
    public static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        Matcher colour = COLOUR.matcher(text);
        int room = Math.max(0, width - DOTS.length());
        for (int at = 0; at < text.length() && room > 0; ) {
            if (colour.region(at, text.length()).lookingAt()) {
                kept.append(colour.group());
                at = colour.end();
            } else {
                int point = text.codePointAt(at);
                kept.appendCodePoint(point);
                at += Character.charCount(point);
                room--;
            }
        }
        return kept
                + DOTS
                + (text.length() == COLOUR.matcher(text).replaceAll("").length() ? "" : RESET);
    }

    /** Broken at blanks into lines of at most a width; a longer word stands alone. For texts without colours. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }

    /** Nothing of it can move the cursor or change colours: for texts from elsewhere. */
    public static String harmless(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
