package io.lifeboat.qdrant.secret;

/** What a secret may look like: it must fit into one HTTP header, and is never quoted in an error. */
final class SecretText {
    private SecretText() {}

    static String checked(SecretReference reference, String raw) {
        String secret = withoutTrailingNewline(raw);
        if (secret.isBlank()) {
            throw new SecretUnavailable(reference, "it is empty");
        }
        if (secret.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            throw new SecretUnavailable(
                    reference, "it holds a line break or a character that no HTTP header may carry");
        }
        return secret;
    }

    private static String withoutTrailingNewline(String raw) {
        if (raw.endsWith("\r\n")) {
            return raw.substring(0, raw.length() - 2);
        }
        return raw.endsWith("\n") ? raw.substring(0, raw.length() - 1) : raw;
    }
}
