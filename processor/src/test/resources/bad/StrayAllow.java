package bad;

import dev.annette.Allow;

@Allow("dropout-on-output")
//< error: [annette/misplaced] @Allow on StrayAllow has no effect: StrayAllow is not a network.
//     Annotate StrayAllow with @Network(input = ..., loss = ...), or remove its annotations of
//     layers.
class StrayAllow {}
