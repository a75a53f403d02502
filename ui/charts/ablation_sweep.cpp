#include "ui/charts/ablation_sweep.h"

#include <cmath>

#include "ui/charts/chart_export.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kHeadTime = 500;

QString sentenceOf(const AblationReport& story, const AblationEffect& effect) {
  const QString answer = story.answer.isEmpty() ? Words::tr("the prediction") : quotedText(story.answer);
  return Words::tr("Without %1: %2 %3 → %4")
      .arg(headTitle(effect.head), answer, percentText(std::exp(story.logProbability), 1),
           percentText(std::exp(story.logProbability + effect.logProbabilityChange), 1));
}

}  // namespace

Animation ablationSweep(const std::shared_ptr<const AblationReport>& story, AblationMeasure measure,
                        const Provenance& made) {
  Animation animation;
  animation.name = Words::tr("Ablation, head by head");
  animation.provenance = exportableAblation(story, measure, made).provenance;
  for (std::size_t head = 0; head < story->effects.size(); ++head) {
    AnimationFrame frame;
    frame.page.sentence = sentenceOf(*story, story->effects[head]);
    frame.page.what = exportableChart(
        Words::tr("Ablation map"), made, "ablation", [story, measure, head](const FigureStyle& style, bool withText) {
          auto figure = std::make_unique<AblationFigure>(withText ? story : withoutText(story), style, measure);
          figure->showUpTo(head);
          return figure;
        });
    animation.frames.push_back(std::move(frame));
  }
  setFrameTime(animation, kHeadTime);
  return animation;
}

}  // namespace headlight
