#pragma once

#include <vector>

#include "core/model/family.h"

namespace headlight {

Family albertFamily();
Family bartFamily();
Family bertFamily();
Family bloomFamily();
Family debertaFamily();
Family distilbertFamily();
Family electraFamily();
Family falconFamily();
Family gemmaFamily();
Family gemma2Family();
Family gemma3Family();
Family gpt2Family();
Family gptJFamily();
Family gptNeoFamily();
Family gptNeoxFamily();
Family llamaFamily();
Family marianFamily();
Family mbartFamily();
Family mistralFamily();
Family modernbertFamily();
Family mpnetFamily();
Family optFamily();
Family pegasusFamily();
Family phiFamily();
Family phi3Family();
Family qwen2Family();
Family qwen3Family();
Family robertaFamily();
Family stablelmFamily();
Family t5Family();
Family clipVisionFamily();
Family deitFamily();
Family vitFamily();

/// The list of all families; a new one is added here.
inline std::vector<Family> allFamilies() {
  return {albertFamily(),  bartFamily(),       bertFamily(),    bloomFamily(),   debertaFamily(),  distilbertFamily(),
          electraFamily(), falconFamily(),     gemmaFamily(),   gemma2Family(),  gemma3Family(),   gpt2Family(),
          gptJFamily(),    gptNeoFamily(),     gptNeoxFamily(), llamaFamily(),   marianFamily(),   mbartFamily(),
          mistralFamily(), modernbertFamily(), mpnetFamily(),   optFamily(),     pegasusFamily(),  phiFamily(),
          phi3Family(),    qwen2Family(),      qwen3Family(),   robertaFamily(), stablelmFamily(), t5Family(),
          clipVisionFamily(), deitFamily(), vitFamily()};
}

}  // namespace headlight
