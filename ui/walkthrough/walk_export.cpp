#include "ui/walkthrough/walk_export.h"

#include <algorithm>

#include "ui/export/numbered_tokens.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/panels/export/shown_session.h"
#include "ui/walkthrough/walk_words.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {

WalkFigure walkFigure(const RunResult& reading, const std::shared_ptr<const WalkReport>& story, WalkStep step,
                      bool numbers) {
  WalkFigure figure;
  figure.setStyle(screenStyle());
  figure.setMaps(reading.maps, reading.context);
  figure.setHead(story->walk.head);
  figure.setStep(story, step, numbers);
  return figure;
}

std::vector<Exportable> walkExportables(const RunResult& reading, const std::shared_ptr<const WalkReport>& story,
                                        bool numbers, const Session& session, const RunResults& results) {
  const Session shown = withoutPlaces(shownSession(session, {PanelState()}, results));
  Provenance made = provenanceOf(walkFigure(reading, story, WalkStep::Tokens, false), "walkthrough");
  made.fingerprint = shown.fingerprint;
  made.session = sessionText(shown);
  std::vector<Exportable> steps;
  for (int step = 0; step < kWalkSteps; ++step) {
    const auto figure =
        std::make_shared<const WalkFigure>(walkFigure(reading, story, static_cast<WalkStep>(step), numbers));
    Exportable exportable;
    exportable.name = figure->title();
    exportable.style = figure->style();
    exportable.provenance = made;
    exportable.make = [figure](const FigureStyle& style, bool withText) { return copyOf(*figure, style, withText); };
    steps.push_back(std::move(exportable));
  }
  return steps;
}

Animation walkAnimation(const RunResult& reading, const std::shared_ptr<const WalkReport>& story, bool numbers,
                        const Session& session, const RunResults& results) {
  // A sentence is read at about fifteen characters a second, after a look at the picture.
  constexpr int kLook = 2500, kCharacter = 65;
  Animation animation;
  animation.name = Words::tr("Walkthrough: %1, “%2”").arg(headTitle(story->walk.head), tokenLabel(story->query()));
  animation.goesOn = false;
  const std::vector<Exportable> steps = walkExportables(reading, story, numbers, session, results);
  for (int step = 0; step < kWalkSteps; ++step) {
    const WalkWords words = wordsOf(*story, static_cast<WalkStep>(step));
    const qsizetype read = words.title.size() + words.caption.size() + (numbers ? words.numbers.size() : 0);
    animation.frames.push_back({{{}, {}, steps[static_cast<std::size_t>(step)]},
                                std::min(kMostFrameTime, kLook + kCharacter * static_cast<int>(read))});
  }
  animation.provenance = steps.front().provenance;
  return animation;
}

}  // namespace headlight
