package wrong.model;

/** Wrong on purpose: the values need libraries. */
public final class NeedsALibrary {
    final org.springframework.stub.Container container = new org.springframework.stub.Container();
    final org.apache.spark.stub.Cluster cluster = new org.apache.spark.stub.Cluster();
}
