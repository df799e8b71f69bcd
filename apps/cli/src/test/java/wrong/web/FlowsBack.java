package wrong.web;

/** Wrong on purpose: the browser's pages know the command line. */
final class FlowsBack {
    final wrong.cli.NamedUtil later = new wrong.cli.NamedUtil();
}
