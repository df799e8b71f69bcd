package org.headwater.statements.parse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads the text file in which CoreNLP keeps a neural dependency parser: its sizes, then a line for each word, tag and
 * relation with its embedding, then the weights. Half a second for fifty megabytes of figures, where splitting lines into
 * strings takes five times that.
 */
final class NetworkReader {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    private NetworkReader(InputStream in) {
        this.in = in;
    }

    /**
     * The network of a gzipped file of the class path.
     *
     * @throws IllegalStateException if it is not there
     * @throws UncheckedIOException if it is cut short or is no such file
     */
    static DependencyNetwork load(String resource) {
        InputStream file = NetworkReader.class.getClassLoader().getResourceAsStream(resource);
        if (file == null) {
            throw new IllegalStateException("Cannot load the parser: no " + resource + " on the class path");
        }
        try (InputStream bytes = new GZIPInputStream(file, 1 << 16)) {
            return read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load the parser from " + resource + ": " + e.getMessage(), e);
        }
    }

    static DependencyNetwork read(InputStream text) throws IOException {
        return new NetworkReader(text).network();
    }

    private DependencyNetwork network() throws IOException {
        Map<String, Integer> sizes = new HashMap<>();
        String line = line();
        while (!line.startsWith("preComputed=")) {
            int equals = line.indexOf('=');
            // Newer files begin with their language and its class.
            if (equals > 0 && Character.isDigit(line.charAt(equals + 1))) {
                sizes.put(line.substring(0, equals), Integer.parseInt(line.substring(equals + 1)));
            }
            line = line();
        }
        int words = size(sizes, "dict");
        int tags = size(sizes, "pos");
        int relations = size(sizes, "label");
        int width = size(sizes, "embeddingSize");
        int hidden = size(sizes, "hiddenSize");
        int features = size(sizes, "numTokens");
        if (features != DependencyNetwork.FEATURES) {
            throw new IOException("numTokens is " + features + " (must be " + DependencyNetwork.FEATURES + ")");
        }
        List<String> names = new ArrayList<>(words + tags + relations);
        float[] embeddings = new float[(words + tags + relations) * width];
        for (int i = 0; i < words + tags + relations; i++) {
            names.add(word());
            numbers(embeddings, i * width, width);
        }
        float[] first = new float[features * width * hidden];
        numbers(first, 0, first.length);
        float[] bias = new float[hidden];
        numbers(bias, 0, hidden);
        float[] second = new float[hidden * (2 * relations - 1)];
        numbers(second, 0, second.length);
        // What follows says which features are met most often; here they are kept as they are met.
        return new DependencyNetwork(
                new DependencyNetwork.Vocabulary(
                        names.subList(0, words),
                        names.subList(words, words + tags),
                        names.subList(words + tags, names.size())),
                new DependencyNetwork.Weights(embeddings, first, bias, second));
    }

    private static int size(Map<String, Integer> sizes, String name) throws IOException {
        Integer size = sizes.get(name);
        if (size == null || size < 1) {
            throw new IOException("no size '" + name + "' at its beginning");
        }
        return size;
    }

    private void numbers(float[] into, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            into[i] = number();
        }
    }

    /** The next figure, as digits with a point; rarely with an exponent. */
    private float number() throws IOException {
        int c = pastBlanks();
        boolean negative = c == '-';
        c = negative ? next() : c;
        long digits = 0;
        int count = 0;
        int scale = 0;
        boolean fraction = false;
        while ((c >= '0' && c <= '9') || c == '.') {
            if (c == '.') {
                fraction = true;
            } else {
                digits = digits * 10 + (c - '0');
                count++;
                scale += fraction ? 1 : 0;
            }
            c = next();
        }
        if (count == 0 || count > 18) {
            throw new IOException("no figure where one is due");
        }
        int exponent = c == 'E' || c == 'e' ? exponent() : 0;
        double value = digits * Math.pow(10, exponent) / POWERS[scale];
        return (float) (negative ? -value : value);
    }

    private static final double[] POWERS = new double[19];

    static {
        Arrays.setAll(POWERS, power -> Math.pow(10, power));
    }

    private int exponent() throws IOException {
        int c = next();
        boolean negative = c == '-';
        c = c == '-' || c == '+' ? next() : c;
        int value = 0;
        while (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            c = next();
        }
        return negative ? -value : value;
    }

    private String word() throws IOException {
        byte[] word = new byte[16];
        int length = 0;
        for (int c = pastBlanks(); c > ' '; c = next()) {
            word = length == word.length ? Arrays.copyOf(word, 2 * length) : word;
            word[length++] = (byte) c;
        }
        return new String(word, 0, length, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private int pastBlanks() throws IOException {
        int c = next();
        while (c <= ' ') {
            c = next();
        }
        return c;
    }

    private int next() throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(buffer, 0, buffer.length);
            if (end <= 0) {
                throw new EOFException("it ends too early");
            }
        }
        return buffer[at++] & 0xff;
    }
}
