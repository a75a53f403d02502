#include "ui/state/session_file.h"

#include "core/intervention/grammar.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

std::string read(std::string_view input) {
  return fuzz::messageOf([&] {
    const Session session = readSession(input, "session");
    fuzz::require(readSession(sessionText(session), "session") == session, "what is written reads as the same");
  });
}

std::vector<std::string> seeds() {
  Session small{"gpt", "0123", {}};
  small.state.model = "/models/gpt";
  small.state.text = "The cat";
  small.state.panels.resize(1);
  Session full = small;
  WorkspaceState& state = full.state;
  state.pair = "sat";
  state.otherText = TextInput{"The dog", "sat"};
  state.otherModel = "/models/bert";
  state.conversation = conversationOfJson(R"({"messages": [{"role": "user", "content": "é"}], "tools": [{}]})", "seed");
  state.token = 2;
  state.atlas.filter = "layer 1";
  state.atlas.like = HeadId{1, 2};
  for (Intervention& change : parseInterventions("ablate 1.3; cap sink 0.2"))
    state.changes.push_back({std::move(change)});
  PanelState& first = state.panels.front();
  first.pinned = HeadId{1, 1};
  first.heads = {{0, 1}, {1, 2}};
  first.lenses.resize(2);
  first.lenses[1].kind = PanelLens::Kind::Spans;
  first.lenses[1].spans = {{0, 2}, {3, 4}};
  first.zoom = {0, 1, 2, 3};
  PanelState minus;
  minus.minus = PanelMinus{{1, 1, true}, HeadId{0, 0}};
  state.panels.push_back(minus);
  state.deck = std::vector<DeckSlide>{{"A title", "A sentence", sessionText(small)}};
  return {sessionText(small), sessionText(full)};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(session)
