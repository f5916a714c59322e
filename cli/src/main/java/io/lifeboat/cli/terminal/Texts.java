package io.lifeboat.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Fits texts into widths. What it is given may hold colours, which take no room. */
public final class Texts {
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

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

    /** Cut to a width; what was cut is marked by an ellipsis. For texts without colours. */
    public static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
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
