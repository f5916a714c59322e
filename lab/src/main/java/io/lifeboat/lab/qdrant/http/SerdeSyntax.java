package io.lifeboat.lab.qdrant.http;

/** Says what is wrong with a text that is not JSON, in the words and positions of Rust's serde_json. */
final class SerdeSyntax {
    private final byte[] text;
    private int at;

    private SerdeSyntax(byte[] text) {
        this.text = text;
    }

    static String describe(byte[] text) {
        SerdeSyntax scan = new SerdeSyntax(text);
        try {
            scan.value();
            scan.skipSpace();
            return scan.problem("trailing characters").getMessage();
        } catch (Problem problem) {
            return problem.getMessage();
        }
    }

    private static final class Problem extends Exception {
        Problem(String message) {
            super(message, null, false, false);
        }
    }

    private void value() throws Problem {
        skipSpace();
        switch (peek("a value")) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> literal();
        }
    }

    private void members() throws Problem {
        at++;
        skipSpace();
        if (peek("an object") == '}') {
            at++;
            return;
        }
        while (true) {
            skipSpace();
            if (peek("an object") != '"') {
                throw problem(text[at] == '}' ? "trailing comma" : "key must be a string");
            }
            string();
            skipSpace();
            expect(':', "an object", "expected `:`");
            value();
            if (!another('}', "an object", "expected `,` or `}`")) {
                return;
            }
        }
    }

    private void elements() throws Problem {
        at++;
        skipSpace();
        if (peek("a list") == ']') {
            at++;
            return;
        }
        do {
            skipSpace();
            if (peek("a list") == ']') {
                throw problem("trailing comma");
            }
            value();
        } while (another(']', "a list", "expected `,` or `]`"));
    }

    private boolean another(char close, String what, String expected) throws Problem {
        skipSpace();
        int next = peek(what);
        if (next != ',' && next != close) {
            throw problem(expected);
        }
        at++;
        return next == ',';
    }

    private void string() throws Problem {
        at++;
        while (peek("a string") != '"') {
            if (text[at] >= 0 && text[at] < 0x20) {
                throw problem("control character (\\u0000-\\u001F) found while parsing a string");
            }
            at += text[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private void literal() throws Problem {
        int start = at;
        while (at < text.length && (Character.isLetterOrDigit(text[at]) || "+-.".indexOf(text[at]) >= 0)) {
            at++;
        }
        String word = new String(text, start, at - start, java.nio.charset.StandardCharsets.ISO_8859_1);
        boolean known = word.equals("true") || word.equals("false") || word.equals("null");
        if (!known && !word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            at = start;
            throw problem(word.startsWith("-") ? "invalid number" : "expected value");
        }
    }

    private void expect(char wanted, String what, String otherwise) throws Problem {
        if (peek(what) != wanted) {
            throw problem(otherwise);
        }
        at++;
    }

    private int peek(String what) throws Problem {
        if (at >= text.length) {
            at = text.length - 1;
            throw problem("EOF while parsing " + what);
        }
        return text[at];
    }

    private void skipSpace() {
        while (at < text.length && " \t\r\n".indexOf(text[at]) >= 0) {
            at++;
        }
    }

    private Problem problem(String what) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at && i < text.length; i++) {
            column = text[i] == '\n' ? 1 : column + 1;
            line += text[i] == '\n' ? 1 : 0;
        }
        return new Problem(what + " at line " + line + " column " + column);
    }
}
