package wrong.casefile;

/** Wrong on purpose: the case parses sentences. */
public final class AsksStanford {
    final edu.stanford.stub.Parser parser = new edu.stanford.stub.Parser();
}
