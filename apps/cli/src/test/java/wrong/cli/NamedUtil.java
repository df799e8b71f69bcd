package wrong.cli;

/** Wrong on purpose: a name that says nothing. */
public final class NamedUtil {
    final org.apache.lucene.stub.Index index = new org.apache.lucene.stub.Index();
}
