#include "app/commands/figure/animation_argument.h"

#include <cmath>

#include "app/usage_error.h"
#include "core/base/error.h"
#include "ui/figures/token_axis.h"
#include "ui/panels/sweeps.h"
#include "ui/walkthrough/walk_export.h"

namespace headlight {

void AnimationArgument::addTo(CLI::App& command) {
  command
      .add_option(
          "--animate", through,
          "Animation (.gif, .webp, .html with a slider, .pptx): every layer, every head (of an ablation: in turn), "
          "the text as it is generated, or the steps of one token through one head")
      ->check(CLI::IsMember({"layers", "heads", "generation", "walkthrough"}));
  command.add_option("--seconds", seconds, "Animation: time of each frame (default: fits what it shows)")
      ->check(CLI::Range(0.02, 60.0))
      ->type_name("S");
}

void AnimationArgument::check(const std::string& view, bool generates) const {
  if (!given()) {
    if (seconds > 0) throw UsageError("--seconds: expected --animate, found none");
    return;
  }
  if (view == "methods" || (view == "ablation" && through != "heads"))
    throw UsageError("--animate " + through + ": expected another view, found --view " + view +
                     (view == "ablation" ? " (it goes through heads)" : ""));
  if (through == "walkthrough" && view != "heatmap")
    throw UsageError("--animate walkthrough: expected no --view (it has pictures of its own), found --view " + view);
  if (isGeneration() && !generates) throw UsageError("--animate generation: expected --generate N, found none");
}

Animation AnimationArgument::of(const Session& session, const RunResults& results) const {
  if (through == "walkthrough") {
    const RunResult& reading = *results[RunId{}];
    const Index token = session.state.token.value_or(defaultToken(reading.maps->queryTokens()));
    const auto story = std::make_shared<const WalkReport>(tellWalk(reading, session.state.head, token));
    return timed(walkAnimation(reading, story, false, session, results));
  }
  return timed(sweepOf(through == "layers"  ? Sweep::Layers
                       : through == "heads" ? Sweep::Heads
                                            : Sweep::Generation,
                       session, results));
}

Animation AnimationArgument::timed(Animation animation) const {
  if (seconds > 0) {
    setFrameTime(animation, static_cast<int>(std::lround(seconds * 1000)));
    animation.goesOn = true;
  }
  return animation;
}

}  // namespace headlight
