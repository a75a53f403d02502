#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/analysis/metrics.h"
#include "core/base/error.h"
#include "core/model/model_locations.h"
#include "core/reading/input_tokens.h"
#include "core/reading/reader.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;

namespace {

const Source& chatModel() {
  static const Source model = openSource(std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/chat/chatml");
  return model;
}

Input said(const std::string& json) { return {ConversationInput{conversationOfJson(json, "x")}}; }

const char* const kTurns =
    R"([{"role": "user", "content": "What is a cat?"}, {"role": "assistant", "content": "A pet."}])";

/// The text of the tokens of each turn, as "0 user What is a cat?".
QStringList turnsIn(const std::vector<Token>& tokens) {
  QStringList out;
  std::optional<TurnPlace> last;
  for (const Token& token : tokens) {
    if (!token.turn) {
      last.reset();
      continue;
    }
    if (token.turn != last)
      out << QString("%1 %2 ").arg(token.turn->number).arg(QString::fromStdString(token.turn->role));
    out.back() += QString::fromStdString(token.display);
    last = token.turn;
  }
  return out;
}

}  // namespace

/// Conversations as a model reads them.
class TestConversations : public QObject {
  Q_OBJECT
 private slots:
  void tokensAreThoseOfTheTemplatesText() {
    const Source& model = chatModel();
    const Conversation conversation = conversationOfJson(kTurns, "x");
    const Encoding whole = model.tokenizer->encode(model.chat->text(conversation), std::nullopt, false);
    const Encoding& tokens = tokensOf(model, said(kTurns)).read.encoding;
    QCOMPARE(tokens.size(), whole.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      QCOMPARE(tokens.tokens[i].id, whole.tokens[i].id);
      QCOMPARE(tokens.tokens[i].display, whole.tokens[i].display);
      QCOMPARE(tokens.tokens[i].special, !tokens.tokens[i].turn);
    }
    // The system's turn is the template's own.
    QCOMPARE(turnsIn(tokens.tokens), (QStringList{"0 user What is a cat?", "1 assistant A pet."}));
    QVERIFY(tokens.tokens.front().special);
  }

  void whatTheModelWritesIsItsTurn() {
    const Source& model = chatModel();
    const auto answers = [&](const std::string& json) { return tokensOf(model, said(json)).answer; };
    const std::string turns = kTurns;
    QVERIFY(!answers(turns));
    QVERIFY((answers("{\"messages\": " + turns + ", \"add_generation_prompt\": true}") == TurnPlace{2, "assistant"}));
    QVERIFY((answers("{\"messages\": " + turns + ", \"continue_final_message\": true}") == TurnPlace{1, "assistant"}));

    Input input = said("{\"messages\": " + turns + ", \"add_generation_prompt\": true}");
    input.writing.emplace();
    input.writing->tokens = 3;
    const Reading reading = read(model, input);
    const std::vector<Token>& tokens = reading.trace->encoding.tokens;
    QVERIFY(reading.written < static_cast<Index>(tokens.size()));
    for (auto i = static_cast<std::size_t>(reading.written); i < tokens.size(); ++i)
      QVERIFY((tokens[i].turn == TurnPlace{2, "assistant"}));
    // Read again behind the conversation they are the same.
    Input again = withoutWritten(input);
    for (auto i = static_cast<std::size_t>(reading.written); i < tokens.size(); ++i)
      again.continuation.push_back(tokens[i].id);
    const Reading known = read(model, again);
    QCOMPARE(known.trace->encoding.size(), tokens.size());
    QVERIFY((known.trace->encoding.tokens.back().turn == TurnPlace{2, "assistant"}));
    QCOMPARE(known.written, reading.written);
    QVERIFY(reading.caption.find("user: What is a cat?") != std::string::npos);
  }

  void partsOfAHeadAddUp() {
    const Reading reading = read(chatModel(), said(kTurns));
    for (const HeadId head : reading.maps->allHeads()) {
      const HeadMetrics metrics = computeMetrics(*reading.maps, head);
      const auto of = [&](SpeakerKind kind) { return metrics.speakers[static_cast<std::size_t>(kind)]; };
      QVERIFY(!of(SpeakerKind::System) && !of(SpeakerKind::Other));
      QVERIFY(of(SpeakerKind::User) && of(SpeakerKind::Assistant) && of(SpeakerKind::Template));
      QVERIFY(std::abs(*of(SpeakerKind::User) + *of(SpeakerKind::Assistant) + *of(SpeakerKind::Template) - 1) < 1e-5);
      // The mass by hand.
      double user = 0;
      const Matrix weights = reading.maps->weights(head);
      for (Index k = 0; k < weights.cols(); ++k)
        if (const auto& turn = reading.maps->keyTokens()[static_cast<std::size_t>(k)].turn;
            turn && turn->role == "user")
          user += weights.col(k).cast<double>().sum();
      QVERIFY(std::abs(*of(SpeakerKind::User) - user / static_cast<double>(weights.rows())) < 1e-5);
    }
    const Reading plain = read(chatModel(), {TextInput{"What is a cat?"}});
    for (const auto& speaker : computeMetrics(*plain.maps, {0, 0}).speakers) QVERIFY(!speaker);
  }

  void whatCannotBeReadIsSaid() {
    const Source gpt = openSource(findModel("gpt"));
    QVERIFY(!gpt.chat);
    QCOMPARE(messageOf<Error>([&] { read(gpt, said(kTurns)); }),
             std::string("model 'gpt': expected a chat template, which a conversation needs, found none"));
    QCOMPARE(messageOf<Error>([&] { read(chatModel(), said("[]")); }),
             std::string("conversation: expected at least one message, found none"));
    QCOMPARE(remarkOnMissed({0, 2}),
             std::string("The chat template does not write what turn 1, 3 says as it is; tokens "
                         "made of it count as the template's."));
  }
};

HEADLIGHT_TEST(TestConversations)
#include "test_conversations.moc"
